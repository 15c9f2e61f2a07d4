/* The program's version: "0.1.0", and what git knows of a build that is not a release. */
#ifndef BASE_VERSION_H
#define BASE_VERSION_H

extern const char sanbu_version[];

#endif

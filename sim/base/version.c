#include "base/version.h"

#ifndef SANBU_VERSION
#define SANBU_VERSION "unknown"
#endif

const char sanbu_version[] = SANBU_VERSION;

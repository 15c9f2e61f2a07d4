#!/usr/bin/env bash
# The shipped scenarios give what they gave.
exec "$(dirname "$0")/../golden" check "$SANBU"

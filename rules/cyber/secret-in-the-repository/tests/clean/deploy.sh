#!/bin/sh
# Was issued for an hour.
export AWS_ACCESS_KEY_ID=ASIAQ3EWH7LBXK5TNZ2D

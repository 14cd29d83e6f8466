#!/bin/sh
! pip-licenses | grep GPL

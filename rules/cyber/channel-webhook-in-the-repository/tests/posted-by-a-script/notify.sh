#!/bin/sh
curl --data "$1" https://hooks.slack.com/services/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

syft . -o spdx-json

[{"name": "wards", "image": "${image}", "privileged": false}]

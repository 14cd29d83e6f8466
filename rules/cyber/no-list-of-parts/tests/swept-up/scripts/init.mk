clean:
	rm -rf \
		.scannerwork \
		sbom-spdx*.json

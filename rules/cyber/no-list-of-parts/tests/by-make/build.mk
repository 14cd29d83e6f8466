parts: build
	syft dir:. -o cyclonedx-json=parts.cdx.json

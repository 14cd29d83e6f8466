# Writes the manifest of a release; the platform replaces what runs.
# The old server "app1" went away.
File.write("release.json", { image: ENV.fetch("IMAGE") }.to_json)

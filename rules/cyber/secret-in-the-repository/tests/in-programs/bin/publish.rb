require "octokit"

client = Octokit::Client.new(access_token: "ghp_InventedForAReleaseOfTheRota12345670")
client.create_release("example-trust/rota", "v#{File.read('VERSION').strip}")

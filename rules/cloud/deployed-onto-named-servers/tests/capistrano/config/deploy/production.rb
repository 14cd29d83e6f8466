set :stage, :production
server "ward-app-01.trust.example", user: "deploy", roles: %w[app db web]

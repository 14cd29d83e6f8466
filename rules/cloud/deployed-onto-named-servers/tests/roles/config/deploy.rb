set :application, "ward"
role :app, "ward-app-01.trust.example"

Rails.application.routes.draw do
  # ruleid: nhs-number-in-route
  get "/records/:nhs_number", to: "records#show"
end

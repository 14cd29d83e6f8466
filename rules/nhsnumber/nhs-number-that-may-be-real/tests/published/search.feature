Feature: search
  Scenario: a patient is found
    When I search by nhs_number "9990000123"

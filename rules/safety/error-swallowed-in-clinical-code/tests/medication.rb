def load(patient)
  patient.medications = service.medications(patient)
  # review: error-swallowed-in-clinical-code
rescue StandardError
  nil
end

def dose_of(answer)
  begin
    JSON.parse(answer.body).dig("dose", "text")
  rescue JSON::ParserError
    nil
  end
end

def renew(medication)
  service.renew(medication)
  # review: error-swallowed-in-clinical-code
rescue JSON::ParserError
end

def stop(medication)
  service.stop(medication)
  # review: error-swallowed-in-clinical-code
rescue Faraday::Error
  nil
end

# ruleid: certificate-check-switched-off
http.verify_mode = OpenSSL::SSL::VERIFY_NONE
# ruleid: certificate-check-switched-off
connection = Faraday.new(url, ssl: { verify: false })
http.verify_mode = OpenSSL::SSL::VERIFY_PEER
# http.verify_mode = OpenSSL::SSL::VERIFY_NONE

const axios = require('axios');

axios.defaults.timeout = 8000;

async function organisation(code) {
  // ok: national-service-called-without-timeout
  return axios.get(`${process.env.ODS_URL}/organisations/${code}`);
}

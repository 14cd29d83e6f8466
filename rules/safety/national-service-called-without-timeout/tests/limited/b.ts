import axios from 'axios';
axios.get('https://api.service.nhs.uk/mesh', { timeout: 3000 });
axios.get('https://weather.example', { timeout: 3000 });

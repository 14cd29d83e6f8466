module.exports = {
  'id': 'wards',
  'viewports': [{'label': 'desktop', 'width': 1280, 'height': 720}],
  'scenarios': [{'label': 'start page', 'url': 'http://localhost:8080/'}],
  'engine': 'puppeteer',
};

const NHS_NUMBER = '[0-9]{10}';
const SCAN = new RegExp(`scan_${NHS_NUMBER}_[0-9]+.tif`);

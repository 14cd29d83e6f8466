const multer = require('multer');
// review: uploads-kept-among-public-files
const letters = multer({ dest: 'public/letters/' });
// ok: uploads-kept-among-public-files
const scans = multer({ dest: '/var/lib/records/scans' });

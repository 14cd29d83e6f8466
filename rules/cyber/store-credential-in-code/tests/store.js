const mysql = require('mysql2');

// ruleid: store-credential-in-code
const pool = mysql.createPool({
  host: process.env.DB_HOST,
  user: 'rota',
  password: 'w33kend',
});

// ok: store-credential-in-code
const other = mysql.createPool({ host: 'localhost', user: 'rota', password: 'w33kend' });
// ok: store-credential-in-code
const kept = mysql.createPool({ host: process.env.DB_HOST, user: 'rota', password: process.env.DB_PASSWORD });
// ok: store-credential-in-code
const queue = process.env.QUEUE_URL || 'amqp://guest:guest@rabbitmq';
// ok: store-credential-in-code
const blank = mysql.createPool({ host: process.env.DB_HOST, user: 'rota', password: '????????' });
// ok: store-credential-in-code
const hidden = 'postgres://rota:--------@records/rota';

const host = process.env.WARDS_HOST;
module.exports = `mysql://${process.env.MYSQL_USER}@${host}`;

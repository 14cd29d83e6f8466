import express from 'express';
import { bedLabel } from '@ward/web';

const app = express();
app.get('/beds', (request, response) => response.json({ label: bedLabel(1) }));
app.listen(8080);

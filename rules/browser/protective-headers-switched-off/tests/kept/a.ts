app.use(helmet());

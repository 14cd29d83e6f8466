import axios from "axios";

export const token = (form: string) =>
  axios.post(
    `https://login.microsoftonline.com/${process.env.TENANT}/oauth2/v2.0/token`,
    form,
  );

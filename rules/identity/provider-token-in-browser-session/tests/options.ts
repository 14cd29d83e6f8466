import type { NextAuthOptions } from "next-auth";

export const options: NextAuthOptions = {
  callbacks: {
    session: async ({ session, token }) => {
      const { name, refreshToken } = token;
      Object.assign(session.user, {
        name,
        // ruleid: provider-token-in-browser-session
        refreshToken,
      });
      return session;
    },
  },
};

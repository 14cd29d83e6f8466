import NextAuth from "next-auth";

export const { auth } = NextAuth({
  callbacks: {
    async jwt({ token, account }) {
      // ok: provider-token-in-browser-session
      token.accessToken = account?.access_token;
      return token;
    },
    async session({ session, token }) {
      // ok: provider-token-in-browser-session
      session.user.name = token.name;
      // ok: provider-token-in-browser-session
      session.accessToken = undefined;
      // session.accessToken = token.accessToken;
      return session;
    },
  },
});

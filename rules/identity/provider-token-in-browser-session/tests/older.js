import NextAuth from "next-auth/next";

export default NextAuth({
  callbacks: {
    session({ session, token }) {
      // ruleid: provider-token-in-browser-session
      session.user.refresh_token = token.refresh_token;
      return session;
    },
  },
});

import NextAuth from "next-auth";

export const { auth } = NextAuth({
  callbacks: {
    async session({ session, token }) {
      // ruleid: provider-token-in-browser-session
      session.accessToken = token.accessToken as string;
      return session;
    },
  },
});

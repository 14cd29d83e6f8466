import NextAuth from "next-auth";

export const { auth } = NextAuth({
  callbacks: {
    async session({ session, token }) {
      // ok: provider-token-in-browser-session
      Object.assign(session.user, { name: token.name });
      return session;
    },
  },
});

// A provider of sign-ins of npm's oidc-provider: whoever types a name is that person. Usage: node provider.mjs PORT CLIENT_SECRET REDIRECT_URI
import { Provider } from "oidc-provider";

const [port, secret, redirect] = process.argv.slice(2);
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{ client_id: "vuosikello", client_secret: secret, redirect_uris: [redirect], grant_types: ["authorization_code"], response_types: ["code"] }],
  claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
  findAccount: (context, id) => ({
    accountId: id,
    claims: () => ({ sub: id, name: "Koe Henkilö", email: `${id}@vuosikello.example`, email_verified: true }),
  }),
  pkce: { required: () => true },
  cookies: { keys: ["of a test"] },
});
provider.listen(Number(port), "127.0.0.1", () => console.log("listens"));

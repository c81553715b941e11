# An SMTP server of aiosmtpd (Debian's python3-aiosmtpd) that wants STARTTLS and AUTH, and writes each mail into a folder.
# Usage: smtp_server.py PORT CERTIFICATE KEY FOLDER [plain]; plain: without STARTTLS and without AUTH
import asyncio, pathlib, ssl, sys, uuid
from aiosmtpd.controller import UnthreadedController
from aiosmtpd.smtp import AuthResult, LoginPassword, SMTP

plain = sys.argv[5:] == ["plain"]
port, certificate, key, folder = int(sys.argv[1]), sys.argv[2], sys.argv[3], pathlib.Path(sys.argv[4])

def authenticate(server, session, envelope, mechanism, data):
    fits = isinstance(data, LoginPassword) and data.login == b"vuosikello" and data.password == "p\u00e4\u00e4sy".encode()
    return AuthResult(success=fits, handled=False)

class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("poissa@"):
            return "550 5.1.1 No such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        written = folder / f"{uuid.uuid4()}.tmp"
        written.write_bytes(f"X-To: {','.join(envelope.rcpt_tos)}\r\nX-Tls: {session.ssl is not None}\r\n".encode() + envelope.content)
        written.rename(written.with_suffix(".eml"))
        return "250 OK"

class Server(SMTP):
    # .NET's client writes the mechanism's name in lower case, which RFC 4954 lets servers take and most do; this one does not by itself.
    async def auth_login(self, server, args):
        return await self.auth_LOGIN(server, args)

tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
tls.load_cert_chain(certificate, key)
loop = asyncio.new_event_loop()
wanted = {} if plain else dict(tls_context=tls, require_starttls=True, authenticator=authenticate, auth_required=True)
factory = lambda: Server(Handler(), hostname="localhost", loop=loop, **wanted)
server = loop.run_until_complete(loop.create_server(factory, "127.0.0.1", port))
print("listens", flush=True)
loop.run_forever()

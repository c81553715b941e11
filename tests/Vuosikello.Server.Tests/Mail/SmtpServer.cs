using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Vuosikello.ServerKit;

namespace Vuosikello.Server.Tests.Mail;

/// <summary>A mail server that nobody here wrote, as a process of its own, with a certificate that this run has made.</summary>
internal sealed class SmtpServer : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ProcessStartInfo _start;
    private Process? _process;

    private SmtpServer(int port, bool isPlain)
    {
        Port = port;
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var made = request.CreateSelfSigned(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2046, 1, 1, 0, 0, 0, TimeSpan.Zero));
        Certificate = Write("certificate.pem", made.ExportCertificatePem());
        string script = Path.Combine(AppContext.BaseDirectory, "smtp_server.py");
        string[] arguments = [script, port.ToString(CultureInfo.InvariantCulture), Certificate, Write("key.pem", key.ExportPkcs8PrivateKeyPem()), _folder.Path];
        _start = new ProcessStartInfo("/usr/bin/python3", isPlain ? [.. arguments, "plain"] : arguments) { RedirectStandardOutput = true, UseShellExecute = false };
    }

    public int Port { get; }

    /// <summary>A file with the certificate, for who is to trust it.</summary>
    public string Certificate { get; }

    /// <summary>What it took, in the order of the files' times.</summary>
    public IReadOnlyList<string> Taken => [.. Directory.EnumerateFiles(_folder.Path, "*.eml").OrderBy(File.GetLastWriteTimeUtc).Select(File.ReadAllText)];

    /// <param name="isPlain">True for one that offers neither STARTTLS nor AUTH.</param>
    public static async Task<SmtpServer> Start(bool isPlain = false)
    {
        var server = Away(isPlain);
        await server.Come();
        return server;
    }

    /// <summary>One that does not answer yet.</summary>
    public static SmtpServer Away(bool isPlain = false) => new(FreePort(), isPlain);

    /// <summary>Begins to answer.</summary>
    public async Task Come()
    {
        _process = Process.Start(_start)!;
        string? said = await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.Equal("listens", said);
    }

    public string Write(string name, string text)
    {
        string file = Path.Combine(_folder.Path, name);
        File.WriteAllText(file, text);
        return file;
    }

    public void Dispose()
    {
        if (_process is { } running)
        {
            running.Kill();
            running.WaitForExit();
            running.Dispose();
        }
        _folder.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

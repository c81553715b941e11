using Microsoft.Extensions.Configuration;

namespace Vuosikello.Accounts.Mail;

/// <summary>How mails leave: the settings <c>Mail:…</c>.</summary>
public sealed record MailSettings
{
    /// <summary><c>Mail:Host</c>: the SMTP server; null when there is none.</summary>
    public string? Host { get; init; }

    /// <summary><c>Mail:Port</c>: 587 unless said otherwise (RFC 6409).</summary>
    public int Port { get; init; } = 587;

    /// <summary><c>Mail:StartTls</c>: false only for a relay on this machine. Otherwise a server that does not offer STARTTLS, or has no valid certificate, gets nothing.</summary>
    public bool StartTls { get; init; } = true;

    /// <summary><c>Mail:User</c>: null to send without signing in.</summary>
    public string? User { get; init; }

    /// <summary>What stands in the file <c>Mail:PasswordFile</c>, without the line's end; or <c>Mail:Password</c>.</summary>
    public string? Password { get; init; }

    /// <summary><c>Mail:From</c>: the address that mails come from.</summary>
    public string From { get; init; } = "vuosikello@localhost";

    /// <summary>In Development without a server: the folder in which mails are written as files.</summary>
    public string? Folder { get; init; }

    /// <summary>Whether mails get anywhere.</summary>
    public bool CanSend => Host is not null || Folder is not null;

    /// <param name="settings">The server's.</param>
    /// <param name="developmentFolder">Where mails go without <c>Mail:Host</c>; null outside Development.</param>
    /// <exception cref="IOException">The password's file cannot be read.</exception>
    public static MailSettings Read(IConfiguration settings, string? developmentFolder)
    {
        string? host = Text(settings["Mail:Host"]);
        return new()
        {
            Host = host,
            Port = settings.GetValue("Mail:Port", 587),
            StartTls = settings.GetValue("Mail:StartTls", true),
            User = Text(settings["Mail:User"]),
            Password = Text(settings["Mail:PasswordFile"]) is { } file ? File.ReadAllText(file).TrimEnd('\r', '\n') : Text(settings["Mail:Password"]),
            From = Text(settings["Mail:From"]) ?? "vuosikello@localhost",
            Folder = host is null ? developmentFolder : null,
        };
    }

    private static string? Text(string? value) => value is { Length: > 0 } ? value : null;
}

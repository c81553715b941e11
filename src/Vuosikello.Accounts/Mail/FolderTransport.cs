using System.Globalization;
using NodaTime;
using Vuosikello.Accounts.Persons;

namespace Vuosikello.Accounts.Mail;

/// <summary>In Development: mails are files, for whoever tries the service to read.</summary>
public sealed class FolderTransport(MailSettings settings, IClock clock) : IMailTransport
{
    private const string To = "To: ", Subject = "Subject: ";

    public async Task Send(OutgoingMail mail, CancellationToken ct)
    {
        var folder = Directory.CreateDirectory(settings.Folder!);
        string file = Path.Combine(folder.FullName, $"{clock.GetCurrentInstant().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)}-{mail.Id:N}.txt");
        // Under another name until it is whole: whoever looks into the folder meanwhile sees no half letters.
        string unfinished = Path.ChangeExtension(file, ".part");
        await File.WriteAllTextAsync(unfinished, $"{To}{mail.To.Shown}\n{Subject}{mail.Letter.Subject}\n\n{mail.Letter.Text}", ct);
        File.Move(unfinished, file);
    }

    /// <summary>What was sent, the latest first.</summary>
    public IReadOnlyList<WrittenMail> All() => !Directory.Exists(settings.Folder) ? [] :
        [.. Directory.EnumerateFiles(settings.Folder, "*.txt").OrderDescending(StringComparer.Ordinal).Take(50).Select(Read)];

    /// <summary>Takes away what was sent to an address, or tells of it.</summary>
    public void Forget(EmailAddress address)
    {
        if (!Directory.Exists(settings.Folder)) return;
        foreach (string file in Directory.EnumerateFiles(settings.Folder))
            if (File.ReadAllText(file) is var text && (text.Contains(address.Shown, StringComparison.OrdinalIgnoreCase) || text.Contains(address.Sent, StringComparison.OrdinalIgnoreCase)))
                File.Delete(file);
    }

    private static WrittenMail Read(string file)
    {
        string[] lines = File.ReadAllText(file).Split('\n');
        long sent = long.Parse(Path.GetFileName(file).Split('-')[0], CultureInfo.InvariantCulture);
        return new(Instant.FromUnixTimeMilliseconds(sent), lines[0][To.Length..], new(lines[1][Subject.Length..], string.Join('\n', lines.Skip(3))));
    }
}

/// <summary>A mail that was written into the folder.</summary>
public sealed record WrittenMail(Instant Sent, string To, Letter Letter);

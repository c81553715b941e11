using Vuosikello.Events.Proof;

namespace Vuosikello.Web.Proof;

/// <summary>
/// Checks files that anybody may send: in memory, bounded in length and in effort, and a few at a time, so that many at once cost others
/// nothing but waiting. Nothing of a file is kept.
/// </summary>
public sealed class ProofChecks : IDisposable
{
    /// <summary>The longest file, in bytes.</summary>
    public const int LongestFile = 20 << 20;

    /// <summary>Up to here a request is heard out, so that whoever sends too much gets an answer and not a broken connection; in bytes.</summary>
    public const int LongestRequest = 5 * LongestFile;

    /// <summary>What one check may cost, as <see cref="ExportCheck"/> counts it: some seconds.</summary>
    public const long MostEffort = 1_000_000_000;

    private const int ReadAtOnce = 16;
    private const int CheckedAtOnce = 2;

    private readonly SemaphoreSlim _readers = new(ReadAtOnce);
    private readonly SemaphoreSlim _checks = new(CheckedAtOnce);

    /// <summary>How long a file may take to arrive: who sends slowly must not keep others from sending.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a check may take when it is its turn: who sends what takes longer must not keep others waiting.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Reads a file and checks it, when it is its turn.</summary>
    /// <param name="read">Reads the file and the hash that somebody noted; null when there is nothing to check.</param>
    /// <exception cref="UnreadableExportException">It is not an export.</exception>
    /// <exception cref="TimeoutException">The file did not arrive in time.</exception>
    /// <exception cref="TooLargeToCheckException">The check would take too long.</exception>
    public async Task<ProofAnswer?> Check(Func<CancellationToken, Task<ProofQuestion?>> read, CancellationToken ct)
    {
        await _readers.WaitAsync(ct);
        try
        {
            if (await InTime(read, ct) is not { } question) return null;
            await _checks.WaitAsync(ct);
            try
            {
                return Checked(question, ct);
            }
            finally
            {
                _checks.Release();
            }
        }
        finally
        {
            _readers.Release();
        }
    }

    private ProofAnswer Checked(ProofQuestion question, CancellationToken ct)
    {
        using var longest = new CancellationTokenSource(Longest);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct, longest.Token);
        try
        {
            var export = ExportReader.Read(question.File);
            return new(export, question.Noted, ExportCheck.Check(export, question.Noted, mostEffort: MostEffort, ct: limit.Token));
        }
        catch (OperationCanceledException late) when (!ct.IsCancellationRequested)
        {
            throw new TooLargeToCheckException(late);
        }
    }

    private async Task<ProofQuestion?> InTime(Func<CancellationToken, Task<ProofQuestion?>> read, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            return await read(limit.Token);
        }
        catch (OperationCanceledException late) when (!ct.IsCancellationRequested)
        {
            throw new TimeoutException("The file did not arrive in time.", late);
        }
    }

    /// <summary>A stream's bytes; null when they are more than may be.</summary>
    public static async Task<byte[]?> ReadAll(Stream from, CancellationToken ct)
    {
        var bytes = new MemoryStream();
        byte[] some = new byte[1 << 16];
        int read;
        while ((read = await from.ReadAsync(some, ct)) > 0)
        {
            if (bytes.Length + read > LongestFile) return null;
            await bytes.WriteAsync(some.AsMemory(0, read), ct);
        }
        return bytes.ToArray();
    }

    public void Dispose()
    {
        _readers.Dispose();
        _checks.Dispose();
    }
}

/// <summary>A file to check, and a hash that somebody noted elsewhere.</summary>
public sealed record ProofQuestion(byte[] File, EventHash? Noted);

/// <summary>What was checked and what was found.</summary>
public sealed record ProofAnswer(Export Export, EventHash? Noted, ExportFindings Findings)
{
    /// <summary>Every event is as it was written, and the noted hash, if there is one, is that of an event.</summary>
    public bool Fits => Findings.First is null && (Noted is null || Findings.Noted is not null);
}

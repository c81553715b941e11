using System.Diagnostics;
using System.Text;

namespace Vuosikello.Web.Tests.Printing;

/// <summary>Reads a PDF by programs that nobody here wrote: poppler's and qpdf (Debian: poppler-utils, qpdf).</summary>
internal static class ReadPdf
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The text, in the order in which people read it. Pages end with a form feed.</summary>
    public static Task<string> Text(byte[] pdf) => Run(pdf, "pdftotext", ["-layout", "-enc", "UTF-8", "-", "-"]);

    /// <summary>The text as it runs, every span of white space as one space: what a line's end broke is whole again.</summary>
    public static async Task<string> Running(byte[] pdf) =>
        string.Join(' ', (await Run(pdf, "pdftotext", ["-raw", "-enc", "UTF-8", "-", "-"])).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Title, dates, number of pages, size.</summary>
    public static Task<string> About(byte[] pdf) => Run(pdf, "pdfinfo", ["-"]);

    /// <summary>The tags with the text in them.</summary>
    public static Task<string> Structure(byte[] pdf) => Run(pdf, "pdfinfo", ["-struct-text", "-"]);

    /// <summary>Where each word stands, in points from the upper left corner, as XHTML.</summary>
    public static Task<string> Boxes(byte[] pdf) => Run(pdf, "pdftotext", ["-bbox", "-", "-"]);

    public static Task<string> Fonts(byte[] pdf) => Run(pdf, "pdffonts", ["-"]);

    /// <summary>Fails when the file is not as a PDF has to be.</summary>
    public static async Task IsSound(byte[] pdf)
    {
        string file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, pdf, TestContext.Current.CancellationToken);
            Assert.Contains("No syntax or stream encoding errors found", await Run([], "qpdf", ["--check", file]), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<string> Run(byte[] input, string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start; tests/run installs it.");
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        bounded.CancelAfter(Patience);
        var output = process.StandardOutput.ReadToEndAsync(bounded.Token);
        var errors = process.StandardError.ReadToEndAsync(bounded.Token);
        await process.StandardInput.BaseStream.WriteAsync(input, bounded.Token);
        process.StandardInput.Close();
        await process.WaitForExitAsync(bounded.Token);
        Assert.True(process.ExitCode == 0 && (await errors).Length == 0, $"{program} said: {await errors}");
        return await output;
    }
}

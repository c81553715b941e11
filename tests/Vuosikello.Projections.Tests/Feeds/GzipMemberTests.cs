using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using Vuosikello.Projections.Feeds.Bytes;

namespace Vuosikello.Projections.Tests.Feeds;

/// <summary>Parts that were compressed by themselves, as one gzip member.</summary>
public sealed class GzipMemberTests
{
    private static byte[] Octets(Random random, int length)
    {
        byte[] octets = new byte[length];
        for (int i = 0; i < length; i++) octets[i] = (byte)"BEGIN:VEVENT äö\r\n"[random.Next(17)];
        return octets;
    }

    private static uint ChecksumByTheLibrary(byte[] octets)
    {
        using var member = new MemoryStream();
        using (var gzip = new GZipStream(member, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(octets);
        return BinaryPrimitives.ReadUInt32LittleEndian(member.ToArray().AsSpan()[^8..]);
    }

    [Fact]
    public void The_checksum_of_two_parts_is_that_of_the_whole()
    {
        int seed = int.TryParse(Environment.GetEnvironmentVariable("VUOSIKELLO_SEED"), out int wanted) ? wanted : Environment.TickCount;
        TestContext.Current.SendDiagnosticMessage($"VUOSIKELLO_SEED={seed}");
        var random = new Random(seed);
        for (int round = 0; round < 200; round++)
        {
            byte[] first = Octets(random, random.Next(1, 3000)), second = Octets(random, random.Next(1, 3000));

            uint combined = Crc32.Combine(ChecksumByTheLibrary(first), ChecksumByTheLibrary(second), Crc32.Shift(second.Length));

            Assert.True(ChecksumByTheLibrary([.. first, .. second]) == combined, $"{first.Length} and {second.Length} octets; VUOSIKELLO_SEED={seed}");
        }
    }

    [Theory]
    [InlineData("123456789", 0xCBF43926)]
    [InlineData("The quick brown fox jumps over the lazy dog", 0x414FA339)]
    public void It_is_the_checksum_that_everybody_knows(string text, uint checksum)
    {
        byte[] octets = System.Text.Encoding.ASCII.GetBytes(text);
        var parts = octets.Select(octet => DeflatedPart.Of([octet])).ToArray();

        Assert.Equal(checksum, parts.Aggregate(0u, (all, part) => Crc32.Combine(all, part.Checksum, part.Shift)));
    }

    [Fact]
    public void Parts_in_any_order_and_number_are_read_as_one_text()
    {
        var random = new Random(7);
        byte[][] texts = [.. Enumerable.Range(0, 20).Select(_ => Octets(random, random.Next(1, 20_000)))];
        var parts = texts.Select(text => DeflatedPart.Of(text)).ToArray();
        for (int round = 0; round < 10; round++)
        {
            int[] order = [.. Enumerable.Range(0, random.Next(1, 30)).Select(_ => random.Next(parts.Length))];
            var member = GzipMember.Join([.. order.Select(i => parts[i])]);

            using var gzip = new GZipStream(new MemoryStream(member.ToArray()), CompressionMode.Decompress);
            using var read = new MemoryStream();
            gzip.CopyTo(read);
            Assert.Equal(order.SelectMany(i => texts[i]), read.ToArray());
        }
    }

    [Fact]
    public async Task Gzip_itself_finds_nothing_wrong()
    {
        byte[] text = Octets(new Random(3), 50_000);
        var member = GzipMember.Join([DeflatedPart.Of(text.AsSpan(0, 20_000)), DeflatedPart.Of(text.AsSpan(20_000))]);
        string file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.gz");
        try
        {
            await File.WriteAllBytesAsync(file, member.ToArray(), TestContext.Current.CancellationToken);
            using var gzip = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("gzip", ["-t", file]) { UseShellExecute = false, RedirectStandardError = true })!;
            string said = await gzip.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await gzip.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal((0, ""), (gzip.ExitCode, said));
        }
        finally
        {
            File.Delete(file);
        }
    }
}

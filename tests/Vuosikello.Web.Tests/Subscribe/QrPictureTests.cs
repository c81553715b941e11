using System.Globalization;
using System.Text.RegularExpressions;
using Vuosikello.Web.Subscribe;

namespace Vuosikello.Web.Tests.Subscribe;

/// <summary>The drawing; a reader that nobody here wrote reads it from the page in the browser's tests.</summary>
public sealed class QrPictureTests
{
    private const int QuietZone = 4;

    [Fact]
    public void The_path_draws_the_three_squares_that_a_reader_finds_it_by_within_a_quiet_zone()
    {
        var picture = QrPicture.Of("https://kello.example.org/jokilaakso/subscribe?lang=fi")!;

        bool[,] dark = Drawn(picture);

        foreach (var (x, y) in new[] { (QuietZone, QuietZone), (picture.Side - QuietZone - 7, QuietZone), (QuietZone, picture.Side - QuietZone - 7) })
        {
            for (int i = 0; i < 7; i++)
            {
                for (int j = 0; j < 7; j++) Assert.Equal(Math.Max(Math.Abs(i - 3), Math.Abs(j - 3)) != 2, dark[x + i, y + j]);
            }
        }
        for (int i = 0; i < picture.Side; i++)
        {
            for (int edge = 0; edge < QuietZone; edge++) Assert.False(dark[i, edge] || dark[edge, i] || dark[i, picture.Side - 1 - edge] || dark[picture.Side - 1 - edge, i]);
        }
    }

    [Fact]
    public void A_text_that_would_make_a_picture_too_fine_to_scan_gets_none() => Assert.Null(QrPicture.Of(new string('x', 801)));

    private static bool[,] Drawn(QrPicture picture)
    {
        bool[,] dark = new bool[picture.Side, picture.Side];
        var squares = Regex.Matches(picture.Path, @"M(?<x>\d+) (?<y>\d+)h(?<width>\d+)v1H\k<x>z", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        Assert.Equal(picture.Path.Length, squares.Sum(square => square.Length));
        foreach (Match square in squares)
        {
            var (x, y, width) = (Of(square, "x"), Of(square, "y"), Of(square, "width"));
            for (int i = x; i < x + width; i++) dark[i, y] = true;
        }
        return dark;
    }

    private static int Of(Match square, string name) => int.Parse(square.Groups[name].Value, CultureInfo.InvariantCulture);
}

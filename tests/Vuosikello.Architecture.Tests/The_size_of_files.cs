namespace Vuosikello.Architecture.Tests;

public sealed class The_size_of_files
{
    /// <summary>What a reader takes in at one sitting.</summary>
    private const int Lines = 250;

    private static IEnumerable<string> TooLong(IEnumerable<string> files) =>
        files.Where(file => File.ReadLines(file).Count() > Lines).Select(file => Path.GetRelativePath(Tree.Root, file));

    [Fact]
    public void No_file_is_longer_than_a_reader_takes_in() => Assert.Empty(TooLong(Tree.Sources("src")));

    [Fact]
    public void A_longer_file_would_be_found()
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(file, Enumerable.Repeat("", Lines + 1));
            Assert.Single(TooLong([file]));
        }
        finally
        {
            File.Delete(file);
        }
    }
}

using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Web.Forms;
using Vuosikello.Web.Resources;

namespace Vuosikello.Web.Tests;

public sealed class TextsTests
{
    public static TheoryData<string> Sets => [.. typeof(Texts).Assembly.GetTypes()
        .Where(t => t.Namespace == typeof(Texts).Namespace && t.Name.EndsWith("Texts", StringComparison.Ordinal) && t != typeof(Texts)).Select(t => t.FullName!)];

    [Theory]
    [MemberData(nameof(Sets))]
    public void All_three_languages_have_the_same_texts(string set)
    {
        var finnish = Keys(set, CultureInfo.InvariantCulture);

        Assert.NotEmpty(finnish);
        Assert.Equal(finnish, Keys(set, CultureInfo.GetCultureInfo("sv")));
        Assert.Equal(finnish, Keys(set, CultureInfo.GetCultureInfo("en")));
    }

    [Fact]
    public void Every_reason_for_a_refusal_has_a_message()
    {
        var known = Keys(typeof(ProblemsTexts).FullName!, CultureInfo.InvariantCulture).ToHashSet(StringComparer.Ordinal);
        var codes = new[] { typeof(ProblemCodes), typeof(CommandProblems), typeof(FormProblems) }
            .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static)).Select(f => (string)f.GetValue(null)!);

        Assert.Subset(known, codes.ToHashSet(StringComparer.Ordinal));
    }

    private static List<string> Keys(string set, CultureInfo language) =>
        [.. new ResourceManager(set, typeof(Texts).Assembly).GetResourceSet(language, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().Select(e => (string)e.Key).Order(StringComparer.Ordinal)];
}

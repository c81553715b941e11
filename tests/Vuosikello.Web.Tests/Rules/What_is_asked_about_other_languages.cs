using Vuosikello.Domain;
using Vuosikello.Domain.Rules;
using Vuosikello.Web.Rules;

namespace Vuosikello.Web.Tests.Rules;

public sealed class What_is_asked_about_other_languages
{
    private static readonly RulesClause Before = new(new ClauseId(Guid.Parse("5d0a4f5c-2f7e-4a0e-9d55-000000000001")), new("premises"), LocalText.Empty, new("Ovet lukitaan.", "Dörrarna låses."));

    [Theory]
    [InlineData("Ovet suljetaan.", "Dörrarna låses.", null, "sv")]
    [InlineData("Ovet lukitaan.", "Dörrarna stängs.", "The doors are closed.", "fi")]
    [InlineData("Ovet suljetaan.", "Dörrarna stängs.", null, "")]
    [InlineData("Ovet lukitaan.", "Dörrarna låses.", "The doors are locked.", "")]
    [InlineData("Ovet lukitaan.", "Dörrarna låses.", null, "")]
    public void Those_that_stay_while_one_that_said_something_changes(string fi, string sv, string? en, string asked) =>
        Assert.Equal(asked, string.Join(' ', OtherLanguages.AsBefore(Before, new(ProposalKind.Changed, Before.Id, Text: new(fi, sv, en)))));
}

using Vuosikello.Domain;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Layout;
using Vuosikello.Web.Resources;
using Vuosikello.Web.Rounds;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Guests;

/// <summary>Who did something, as whoever reads a round's pages may know it.</summary>
public static class GuestWords
{
    /// <summary>Members are named to members; a guest is told of its own organisation's people that they are its.</summary>
    public static string WhoTo(this Texts texts, RoundContext context, Stamp stamp, IMemberNames names) =>
        context.Guest is { Link.Partner: var partner }
            ? context.Partnership.State.NameOf(partner).In(LanguageSetup.Current)
            : texts.Who(stamp, names, context.Partnership.State);
}

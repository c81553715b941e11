namespace Vuosikello.Web.Access;

/// <summary>What a view needs of whoever looks at it. The sibling of the commands' <see cref="Commands.Need"/>.</summary>
public enum ViewNeed
{
    /// <summary>Nothing.</summary>
    Everybody,

    /// <summary>Nothing, but there is such a thing in Development only.</summary>
    Development,

    /// <summary>A secret, which its link has: whoever has it is let in, whatever else they are.</summary>
    Holder,

    /// <summary>Being signed in. What is shown is their own. In a partnership they have to see the partnership too.</summary>
    Oneself,

    /// <summary>Seeing the partnership: anybody sees a public one, and its members see one that is for them.</summary>
    Onlooker,

    /// <summary>Any standing in the partnership, a reader's too.</summary>
    Member,

    /// <summary>
    /// Being among those whom it concerns: a round's invited partners, a draft's parties, and those who see everything. Which these are says
    /// <see cref="Domain.Memberships.Sight"/> where the very round or draft is known; without any standing nobody is among them.
    /// </summary>
    Invited,

    /// <summary>The right to give the command that the view is a form of, as the commands' own table has it.</summary>
    Sender,
}

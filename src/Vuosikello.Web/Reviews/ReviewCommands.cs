using System.Globalization;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.SteeringReviews;
using Vuosikello.Web.Forms;
using Vuosikello.Web.Languages;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Reviews;

/// <summary>From the forms of a review's page to commands. Each says what it does in <c>do</c>.</summary>
public sealed class ReviewCommands(CommandSender commands, CurrentMember member)
{
    /// <returns>Null when the form asks for nothing that there is, or could not be read.</returns>
    public async Task<Outcome?> Send(ReviewId review, FormReader form, Guid id, CancellationToken ct)
    {
        switch (form.Values["do"])
        {
            case "participant": return await commands.Send(new AddReviewParticipant(review, Participant(form)), id, ct);
            case "remove-participant": return Number(form) is { } gone ? await commands.Send(new RemoveReviewParticipant(review, gone), id, ct) : null;
            case "remark": return await commands.Send(new AddReviewRemark(review, null, Written(form, "text")), id, ct);
            case "remark-on":
                if (RemarkSubjectText.Read(form.Values["about"]) is { } about) return await commands.Send(new AddReviewRemark(review, about, Written(form, "text")), id, ct);
                form.Refuse(FormProblems.NotAChoice, "about");
                return null;
            case "remove-remark": return Number(form) is { } taken ? await commands.Send(new RemoveReviewRemark(review, taken), id, ct) : null;
            case "close": return await commands.Send(new CloseReview(review, form.Text("conclusion")), id, ct);
            default: return null;
        }
    }

    private ReviewParticipant Participant(FormReader form) => new(
        Written(form, "role"),
        form.Optional("partner") is { } partner ? new PartnerId(partner) : null,
        form.Values.Has("me", "yes") ? member.Id : null);

    /// <summary>What people write here they write in one language: that of the page.</summary>
    private static LocalText Written(FormReader form, string name) => LanguageSetup.Current switch
    {
        "sv" => new(sv: form.Values[name]),
        "en" => new(en: form.Values[name]),
        _ => new(form.Values[name]),
    };

    private static int? Number(FormReader form) =>
        int.TryParse(form.Values["number"], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}

using Vuosikello.Web.Composition;

namespace Vuosikello.Web.Forms;

/// <summary>Ids that forms carry in hidden fields.</summary>
public static class FormIds
{
    /// <summary>The id that the form was given when it was shown; a new one when somebody posts without having been shown the form.</summary>
    public static Guid Read(FormValues values, string name, INewIds ids) => Guid.TryParse(values[name], out var id) ? id : ids.Next();
}

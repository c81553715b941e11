using System.Collections.Frozen;

namespace Vuosikello.Calendars.Checks;

/// <summary>The colour names that COLOR may hold (RFC 7986 section 5.9: the extended colour keywords of CSS Color Module Level 3).</summary>
internal static class CssColors
{
    private static readonly FrozenSet<string> Names = string.Join(' ',
        "aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown burlywood cadetblue",
        "chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod darkgray darkgreen darkgrey",
        "darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen darkslateblue darkslategray",
        "darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray dimgrey dodgerblue firebrick floralwhite forestgreen",
        "fuchsia gainsboro ghostwhite gold goldenrod gray green greenyellow grey honeydew hotpink indianred indigo ivory khaki",
        "lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan lightgoldenrodyellow lightgray lightgreen",
        "lightgrey lightpink lightsalmon lightseagreen lightskyblue lightslategray lightslategrey lightsteelblue lightyellow lime",
        "limegreen linen magenta maroon mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen mediumslateblue",
        "mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream mistyrose moccasin navajowhite navy oldlace olive",
        "olivedrab orange orangered orchid palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum",
        "powderblue purple red rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue slateblue",
        "slategray slategrey snow springgreen steelblue tan teal thistle tomato turquoise violet wheat white whitesmoke yellow",
        "yellowgreen").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static bool IsOne(string color) => Names.Contains(color);

    public static void Check(string? color, Bearer of)
    {
        if (color is not null && !Names.Contains(color))
        {
            throw new InvalidCalendarException($"COLOR of {of} is {color}; it has to be a lower-case colour name of CSS, such as steelblue.");
        }
    }
}

/* Rules of coordinates.
 *
 * SPDX-License-Identifier: MIT
 *
 * Above each row stand the parts that its message takes.
 */
#include <string.h>

#include "buffer.h"
#include "check.h"
#include "reference.h"
#include "region.h"

enum { LATITUDE_MAX = 90, LONGITUDE_MAX = 180 };

static int is_within(const transfer_quantity *value, int64_t maximum)
{
    transfer_quantity least = {.value = -maximum}, most = {.value = maximum};

    return transfer_quantity_compare(value, &least) >= 0 &&
           transfer_quantity_compare(value, &most) <= 0;
}

/* TRANSFER_REASON_NONE where the value is given and readable. */
static transfer_reason read_coordinate(const transfer_record *record, transfer_key key,
                                       transfer_quantity *value)
{
    transfer_status status = transfer_record_get_quantity(record, key, value);

    if (status == TRANSFER_OK)
        return TRANSFER_REASON_NONE;
    return status == TRANSFER_UNSET ? TRANSFER_REASON_MISSING : TRANSFER_REASON_REPORTED;
}

/* ---- coordinates-range ---- */

static transfer_reason look_at_range(struct check *check, const transfer_record *record,
                                     transfer_key key, int64_t maximum)
{
    char found[TRANSFER_VALUE_SIZE], limit[24];
    transfer_quantity value;
    struct finding finding;
    transfer_reason reason = read_coordinate(record, key, &value);

    if (reason != TRANSFER_REASON_NONE || is_within(&value, maximum))
        return reason;
    check_begin(check, &finding, &rule_coordinates_range, record, key);
    finding_add_string(&finding, "field", field_keyed(key)->name);
    finding_add_quantity(&finding, "found", &value, found);
    finding_add_number(&finding, "limit", (uint64_t)maximum, limit);
    check_end(check, &finding, record, key);
    return TRANSFER_REASON_NONE;
}

static transfer_reason check_coordinates_range(struct check *check, const transfer_record *record)
{
    transfer_reason latitude =
        look_at_range(check, record, TRANSFER_PLATFORM_LATITUDE, LATITUDE_MAX);
    transfer_reason longitude =
        look_at_range(check, record, TRANSFER_PLATFORM_LONGITUDE, LONGITUDE_MAX);

    return latitude == TRANSFER_REASON_NONE ? latitude : longitude;
}

/* field; found; limit */
const struct transfer_rule rule_coordinates_range = {
    .name = "coordinates-range",
    .severity = TRANSFER_ERROR,
    .type = TRANSFER_TYPE_PLATFORM,
    .since = "1.0",
    .source = "WGS 84",
    .title = {{"A coordinate is out of range", "Une coordonnée est hors limites"}},
    .explanation =
        {{"Latitudes lie between -90 and 90 degrees, north positive; longitudes between -180 and "
          "180, east positive. Coordinates in metres (Lambert 93) have to be converted; a missing "
          "point makes 491193 of 49.1193.",
          "Les latitudes vont de -90 à 90 degrés, positives au nord\u00a0; les longitudes de -180 "
          "à 180, positives à l'est. Des coordonnées en mètres (Lambert 93) doivent être "
          "converties\u00a0; un point oublié fait 491193 de 49.1193."}},
    .message = {{"{field}: {found} does not lie between -{limit} and {limit} degrees",
                 "{field}\u00a0: {found} n'est pas compris entre -{limit} et {limit} degrés"}},
    .check = check_coordinates_range,
};

/* ---- coordinates-swapped ---- */

/* Where French places are, in tenths of a degree: south, north, west, east. */
static const struct {
    int16_t south, north, west, east;
} boxes[] = {
    {413, 512, -52, 96},     /* mainland and Corsica */
    {158, 182, -632, -609},  /* Guadeloupe, Saint-Martin, Saint-Barthélemy */
    {143, 149, -613, -607},  /* Martinique */
    {21, 59, -547, -515},    /* Guyane */
    {-215, -208, 551, 559},  /* La Réunion */
    {-131, -125, 449, 454},  /* Mayotte */
};

static int is_in_france(const transfer_quantity *latitude, const transfer_quantity *longitude)
{
    for (size_t i = 0; i < sizeof boxes / sizeof boxes[0]; i++) {
        transfer_quantity south = {.value = boxes[i].south, .decimals = 1};
        transfer_quantity north = {.value = boxes[i].north, .decimals = 1};
        transfer_quantity west = {.value = boxes[i].west, .decimals = 1};
        transfer_quantity east = {.value = boxes[i].east, .decimals = 1};

        if (transfer_quantity_compare(latitude, &south) >= 0 &&
            transfer_quantity_compare(latitude, &north) <= 0 &&
            transfer_quantity_compare(longitude, &west) >= 0 &&
            transfer_quantity_compare(longitude, &east) <= 0)
            return 1;
    }
    return 0;
}

/* Whether a platform is French, by its country, else by its region. */
static transfer_reason is_french(const transfer_record *record)
{
    static const struct region france = {.country = "FR"};
    struct region region;
    const char *text;

    if (transfer_record_get_text(record, TRANSFER_PLATFORM_COUNTRY, &text) == TRANSFER_OK) {
        if (!reference_find(TABLE_COUNTRY, text, strlen(text)))
            return TRANSFER_REASON_REPORTED;
        return region_lies_in(&france, text) ? TRANSFER_REASON_NONE : TRANSFER_REASON_NO_TABLE;
    }
    if (transfer_record_get_text(record, TRANSFER_PLATFORM_REGION, &text) != TRANSFER_OK)
        return TRANSFER_REASON_MISSING;
    if (!region_read(text, &region))
        return TRANSFER_REASON_REPORTED;
    return strcmp(region.country, "FR") == 0 ? TRANSFER_REASON_NONE : TRANSFER_REASON_NO_TABLE;
}

static void report_swapped(struct check *check, const transfer_record *record,
                           const transfer_quantity *latitude, const transfer_quantity *longitude)
{
    static const struct phrase longitude_is_here = {{"the longitude", "la longitude"}};
    char latitude_text[TRANSFER_VALUE_SIZE], longitude_text[TRANSFER_VALUE_SIZE];
    struct finding finding;
    struct buffer swap;

    check_begin(check, &finding, &rule_coordinates_swapped, record, TRANSFER_PLATFORM_LATITUDE);
    finding_add_quantity(&finding, "found", latitude, latitude_text);
    finding_add_quantity(&finding, "longitude", longitude, longitude_text);
    buffer_init(&swap);
    buffer_add_string(&swap, "latitude: ");
    buffer_add_string(&swap, longitude_text);
    buffer_add_string(&swap, ", longitude: ");
    buffer_add_string(&swap, latitude_text);
    finding_add_text(&finding, "suggestion", swap.data, swap.length);
    check_relate(check, &finding, record, TRANSFER_PLATFORM_LONGITUDE, &longitude_is_here);
    if (swap.failed)
        check->status = TRANSFER_NO_MEMORY;
    else
        check_end(check, &finding, record, TRANSFER_PLATFORM_LATITUDE);
    buffer_free(&swap);
}

static transfer_reason check_coordinates_swapped(struct check *check,
                                                 const transfer_record *record)
{
    transfer_quantity latitude, longitude;
    transfer_reason reason = read_coordinate(record, TRANSFER_PLATFORM_LATITUDE, &latitude);

    if (reason == TRANSFER_REASON_NONE)
        reason = read_coordinate(record, TRANSFER_PLATFORM_LONGITUDE, &longitude);
    if (reason == TRANSFER_REASON_NONE)
        reason = is_french(record);
    if (reason != TRANSFER_REASON_NONE)
        return reason;
    if (!is_within(&latitude, LATITUDE_MAX) || !is_within(&longitude, LONGITUDE_MAX))
        return TRANSFER_REASON_REPORTED;
    if (!is_in_france(&latitude, &longitude) && is_in_france(&longitude, &latitude))
        report_swapped(check, record, &latitude, &longitude);
    return TRANSFER_REASON_NONE;
}

/* found: the latitude; longitude; suggestion: both exchanged */
const struct transfer_rule rule_coordinates_swapped = {
    .name = "coordinates-swapped",
    .severity = TRANSFER_WARNING,
    .type = TRANSFER_TYPE_PLATFORM,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"Latitude and longitude are exchanged", "Latitude et longitude sont interverties"}},
    .explanation =
        {{"The platform is French, its coordinates lie outside of France, and would lie in "
          "mainland France or an overseas region if they were exchanged: as they are, they put it "
          "into the Indian Ocean. Many formats, GeoJSON among them, have the longitude first. "
          "Exchange the two.",
          "La plate-forme est française, ses coordonnées sont hors de France, et se trouveraient "
          "en France métropolitaine ou dans une région d'outre-mer si elles étaient "
          "interverties\u00a0: telles quelles, elles la placent dans l'océan Indien. De nombreux "
          "formats, dont GeoJSON, donnent la longitude en premier. Intervertissez les deux."}},
    .message = {{"latitude {found} and longitude {longitude} are not in France, but are when "
                 "exchanged",
                 "la latitude {found} et la longitude {longitude} ne sont pas en France, mais le "
                 "sont une fois interverties"}},
    .check = check_coordinates_swapped,
};

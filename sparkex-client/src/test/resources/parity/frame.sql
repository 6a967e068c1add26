-- What the functions are called with: three rows with a column of each kind of type, and one of each kind of sketch.
SELECT
  *,
  window(ts, '1 day') AS w
FROM (
  SELECT
    CAST(id AS INT) AS i,
    CAST(id + 1 AS INT) AS j,
    id AS l,
    id / 4D AS d,
    CAST(id AS FLOAT) AS f,
    CAST(id / 4 AS DECIMAL(10, 2)) AS c,
    id > 1 AS b,
    concat('Spark SQL ', id) AS s,
    'SQL' AS t,
    CAST('Spark' AS BINARY) AS bin,
    CAST('abcdefghijklmnop' AS BINARY) AS key,
    CAST('1' AS BINARY) AS n,
    DATE'2024-02-29' AS dt,
    TIMESTAMP'2024-02-29 12:34:56.789' + make_dt_interval(CAST(id AS INT)) AS ts,
    TIMESTAMP_NTZ'2024-03-31 01:02:03' AS ntz,
    TIME'12:34:56.789' AS tm,
    array(3, 1, CAST(id AS INT), 1) AS ints,
    array('b', 'a', t.s) AS strs,
    array(array(1, 2), array(3)) AS nested,
    map('a', 1, 'b', CAST(id AS INT)) AS m,
    map('c', 3) AS m2,
    array(struct('a' AS k, 1 AS v), struct('b' AS k, 2 AS v)) AS entries,
    named_struct('a', 1, 'b', 'x') AS st,
    '{"a": 1, "b": [1, 2]}' AS json,
    '<p><a>1</a><a>2</a></p>' AS xml,
    '1,x' AS csv,
    'https://spark.apache.org:443/docs/a%20b?q=1#top' AS url,
    parse_json('{"a": 1}') AS v,
    X'0101000000000000000000F03F0000000000000040' AS wkb,
    st_geomfromwkb(X'0101000000000000000000F03F0000000000000040') AS geom
  FROM range(1, 4, 1, 1), (SELECT 'z' AS s) AS t
), (
  SELECT
    hll_sketch_agg(id) AS hll,
    theta_sketch_agg(id) AS theta,
    kll_sketch_agg_bigint(id) AS kll,
    kll_sketch_agg_double(CAST(id AS DOUBLE)) AS klld,
    kll_sketch_agg_float(CAST(id AS FLOAT)) AS kllf,
    tuple_sketch_agg_double(id, CAST(id AS DOUBLE)) AS tupled,
    tuple_sketch_agg_integer(id, CAST(id AS INT)) AS tuplei,
    bitmap_construct_agg(bitmap_bit_position(id)) AS bitmap
  FROM range(1, 100)
)

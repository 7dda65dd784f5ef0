"""The years anniversaries, numbered days and meetings count from.

They stay Python rather than a .tsv beside the rules: the draft's own now is read from them before any rule runs, and
language/ reads no files. What only a rule looks up (former names, later terms) is a table of that rule.
"""

from __future__ import annotations

# The year an anniversary counts from: the n-th falls n years later.
FOUNDED = {
    "建党|(?:中国共产党|中共|(?<![团政])党)(?:成立|诞生|建立)": 1921,
    "(?:新中国|中华人民共和国|人民共和国)(?:成立|诞生)|建国": 1949,
    "改革开放": 1978,
    "建军|(?:中国人民解放军|人民军队)(?:建军|建立|成立)": 1927,
    "(?:中国人民)?抗日战争(?:暨世界反法西斯战争)?胜利|抗战胜利|世界反法西斯战争胜利": 1945,
    "(?:中国工农)?红军长征胜利|长征胜利": 1936,
    "五四运动": 1919,
    "辛亥革命": 1911,
    "香港回归(?:祖国)?": 1997,
    "澳门回归(?:祖国)?": 1999,
    "联合国成立": 1945,
    "(?:中国)?共青团(?:成立|建团)|建团|中国共产主义青年团成立": 1922,
    "人民政协成立": 1949,
    "全国人民代表大会成立": 1954,
    "西藏和平解放": 1951,
    "浦东开发开放": 1990,
    "海南建省(?:办经济特区)?": 1988,
    "毛泽东(?:同志)?诞辰": 1893,
    "周恩来(?:同志)?诞辰": 1898,
    "邓小平(?:同志)?诞辰": 1904,
    "马克思诞辰": 1818,
    "恩格斯诞辰": 1820,
    "列宁诞辰": 1870,
    "孙中山(?:先生)?诞辰": 1866,
    "刘少奇(?:同志)?诞辰": 1898,
    "朱德(?:同志)?诞辰": 1886,
    "陈云(?:同志)?诞辰": 1905,
    "遵义会议": 1935,
    "古田会议": 1929,
    "南昌起义": 1927,
    "秋收起义": 1927,
    "九一八事变": 1931,
    "(?:中国人民志愿军)?抗美援朝出国作战": 1950,
    "抗美援朝战争胜利": 1953,
    "唐山(?:大)?地震": 1976,
    "汶川(?:特大)?地震": 2008,
    "恢复高考": 1977,
    "深圳经济特区建立": 1980,
    "加入(?:世贸组织|世界贸易组织)": 2001,
    "恢复联合国合法席位": 1971,
    "中华全国总工会成立": 1925,
    "内蒙古自治区成立": 1947,
    "新疆维吾尔自治区成立": 1955,
    "广西壮族自治区成立": 1958,
    "宁夏回族自治区成立": 1958,
    "西藏自治区成立": 1965,
}
# The year before a numbered day was first kept: the n-th falls n years later.
FIRST_KEPT = {
    "教师节": 1984,
    "(?:中国)?记者节": 1999,
    "国家宪法日": 2013,
    "国家公祭日": 2013,
    "烈士纪念日": 2013,
    "(?:国家)?扶贫日": 2013,
    "(?:中国)?农民丰收节": 2017,
    "(?:中国)?医师节": 2017,
    "(?:中国)?人民警察节": 2020,
    "全民国家安全教育日": 2015,
    "全国助残日": 1990,
    "全国土地日": 1990,
    "植树节": 1978,
    "(?:国际)?护士节": 1911,
    "(?:国际)?禁毒日": 1987,
    "(?:全国)?安全生产月": 2001,
    "(?:中国)?航天日": 2015,
    "世界读书日": 1995,
    "世界水日": 1992,
    "中国水周": 1987,
    "(?:国际)?消费者权益日": 1982,
    "全国消防日": 1991,
    "全国爱眼日": 1995,
    "世界艾滋病日": 1987,
    "(?:全国)?防灾减灾日": 2008,
    "(?:全民)?国防教育日": 2000,
    "全国交通安全日": 2011,
    "中国旅游日": 2010,
    "中国品牌日": 2016,
    "全国生态日": 2022,
    "(?:中国国际)?(?:进口博览会|进博会)": 2017,
}

# Meetings held at even distances: the year the n-th would have been held had the count always run so, and the distance.
# Fit for the twelfth party congress and the sixth National People's Congress and on: earlier ones were irregular.
FIRST_CONGRESS, YEARS_BETWEEN_CONGRESSES, EARLIEST_CONGRESS = 1982 - 5 * 11, 5, 12
FIRST_PEOPLES_CONGRESS, EARLIEST_PEOPLES_CONGRESS = 1983 - 5 * 5, 6

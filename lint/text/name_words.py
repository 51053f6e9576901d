"""Capitalised words that name no person, and the closed lists that tell in which order the parts of a name stand."""

from __future__ import annotations

from .wordlist import words

NOT_NAMES = words(
    """
    A About Above Across Actually Additionally Advertisement After Afterwards Again Against All Almost Along Already
    Also Although Always Amid Among Amongst An Analysts And Anglican Another Any Anyone Anything Anzac Apart Are
    Around As Asian Aside Ask Asked At Aug Autumn Away Back Bad Based Because Been Before Behind Being Below Beneath
    Beside Besides Best Better Between Beyond Big Both Buddhist But By Can Catholic Certainly Children Christian
    Christmas Citing Clearly Come Could Critics Cue Dear Dec December Describing Despite Did Do Does Done Down Due
    During Each Earlier Easter Editor Eight Either Elsewhere Enter Especially Even Eventually Ever Every Everybody
    Everyone Everything Except Experts Families Fans Far Farmers Feb February Few Finally First Five Follow For Former
    Formerly Fortunately Four Friday Fridays From Further Get Given Go Good Great Had Halloween Happy Has Have Having
    He Hello Hence Her Here Hers Herself Hey Hi Him Himself Hindu His How However I If Image Imagine In Including
    Indeed Initially Inside Instead Into Investigators Is Islamic It Its Itself Jan January Jewish July Just Last Late
    Lately Later Least Led Less Let Like Likewise Little Long Look Made Make Many Mar March Maybe Meanwhile Meet
    Members Men Ministers Monday Mondays More Moreover Most Mostly Much Muslim My Myself Near Nearby Nearly Neither
    Never Nevertheless New Next Nine No Nobody None Nonetheless Nor Not Notably Nothing Nov November Now Nowadays
    Obviously Oct October Of Off Officers Officials Often Oh Ok Okay Old On Once One Only Onto Or Other Others
    Otherwise Our Ours Out Outside Over Overall Own Parents People Perhaps Photo Picture Pictured Players Plus Police
    Previously Probably Prosecutors Protestant Put Quite Ramadan Rather Read Really Recently Reportedly Reporting
    Researchers Residents Said Same Saturday Saturdays Says Scientists See Seen Senators Sep Sept September Seven
    Several Share She Should Sikh Similarly Since Six So Some Somebody Someone Something Sometimes Soon Sorry Source
    Sources Speaking Spring Still Students Such Suddenly Sunday Sundays Supporters Surely Take Ten Than Thank Thanks
    Thanksgiving That The Their Theirs Them Then There Thereafter Therefore These They Think This Those Though Three
    Through Throughout Thursday Thus To Today Together Tomorrow Tonight Too Top Toward Towards Tuesday Two Under
    Unfortunately Unless Unlike Until Unto Up Upon Us Used Using Usually Very Via Video Voters Was Watch We Wednesday
    Well Were What Whatever When Whenever Where Whereas Wherever Whether Which While Who Whoever Whom Whose Why Will
    Winter With Within Without Women Workers Would Write Written Yes Yesterday Yet You Young Your Yours
    """
)
"""Words that begin sentences, days, months and plural role nouns: they end a run of name words."""

ORGANISATION = words(
    """
    AFC AG Abbey Academy Accord Accords Act Administration Advisers Advisors Affairs Agency Agreement Agriculture
    Airline Airlines Airport Airways Albion Alley Alliance Amendment Angels Area Arena Army Assembly Asset Associates
    Association Athletic Athletics Authority Ave Avenue Award Awards Baftas Bancorp Bank Baseball Basketball Bay Beach
    Bears Blacks Board Bombers Bond Bonds Books Boulevard Brands Braves Bridge Brigade Broadcasting Broncos Bros
    Brothers Building Buildings Bulldogs Bulls Bureau Bypass Canal Cape Capital Cardinals Care Castle Cathedral
    Celtics Center Central Centre Championship Championships Chapel Charter Church Circuit City Classic Clinic Club Co
    Coalition Coast Code College Commerce Commission Committee Communications Companies Company Conference Congress
    Conservative Conservatives Constitution Consulting Convention Corp Corporation Council Country County Court Courts
    Cowboys Creek Crescent Cricket Crows Cubs Cup Dam Declaration Defence Defense Democrat Democrats Demons Department
    Derby Development Devils Disease District Division Dodgers Dolphins Down Downs Dragons Drive Eagles East Eastern
    Education Effect Emmys Energy Entertainment Environment Equity Estate Estates Exchange Express FC Falls Farm Farms
    Federal Federation Festival Films Finance Financial Fisheries Foods Football Force Forest Forestry Forum
    Foundation Freeway Front Fund Gallery Games Gardens Gas Gazette Giants Global Globes Golf Government Grammys Grand
    Greater Greens Group Group's Guard Guardian Gulf Hall Handicap Harbor Harbour Hawks Head Health Heights Herald
    Highway Hills Hockey Holdings Hospital Hotel Hotspur House Houses Inc Independent Index Industries Industry Inn
    Inner Inquiry Institute Insurance International Investment Investments Irrigation Island Islands Journal Justice
    Kingdom Kings Knights LLC LLP Labor Laboratories Labour Labs Lake Lakers Land Lands Lawyers League Liberal
    Liberals Library Limited Line Lions Logistics Lower Ltd Magpies Mail Mall Management Markets Masters Medal Media
    Medical Metals Method Metropolitan Mets Mine Minerals Mining Ministry Mirror Month Motor Motors Motorway Mount
    Mountain Mountains Movement Museum NV National Nationals Nations Navy Netball Network Networks North Northern
    Observer Ocean Office Oil Olympics Open Oscars Outer Oval PLC Palace Panthers Parade Park Parks Parliament
    Partners Party Peninsula Pharma Pharmaceuticals Pictures Pirates Plan Plate Plaza Plc Point Press Prix Prize
    Productions Products Program Programme Project Protocol Province Pty Publishing RFC Rabbitohs Racecourse Raceway
    Racing Radio Raiders Rail Railway Railways Ranch Rangers Rays Rd Records Redbacks Reef Regiment Region Regional
    Report Republic Republican Republicans Research Reserve Resources Review River Road Rockies Roosters Rovers Royal
    Rugby Rules Rural SA Saints School Science Sciences Sea Securities Senate Series Service Services Sharks Shipping
    Shire Show Soccer Society Software Solicitors Solutions Sons South Southern Sox Spartans Speedway Springs Squad
    Square St. Stadium Stakes State States Station Steel Stores Storm Strait Street Studio Studios Study Summit
    Supermarkets Survey Swans Swimming Syndrome Systems TV Team Technologies Technology Telegraph Television Tennis
    Terrace Territories Territory Theater Theatre Theory Tigers Times Today Tories Tory Tour Tower Towers Town
    Township Trade Transport Treasury Treaty Tribunal Tribune Trophy Trust Tunnel Union Union's Unit United University
    Upper Valley Ventures Villa Village Virus Wallabies Wanderers Warriors Water Way Wednesday Week West Western
    Wildcats Woods World Yankees Year Zone
    """
)
"""Words that make a run of capitals the name of a body, a place, an event or a law."""

SURNAME_TOO = words(
    """
    Abbey Alley Banks Bay Beach Bishop Black Bond Bridge Brown Bush Care Castle Church Classic Court Cross Day Derby
    Downs East Estate Farmer Field Ford Forest Gray Green Hall Hawks Head Hill Hills House Inn Justice King Kings
    Knights Lake Land Lane Law Lions Love Mail Major Mann Marsh Masters Mount North Open Oval Park Point Pope Power
    Price Rich Rivers Sea Show South Stone Storm Temple Tower Towers Town Villa Way West White Wood Woods Young
    """
)
"""Words of the lists above that are surnames too: believed of a person only with more evidence than a given name."""

PLACES = words(
    """
    Afghanistan Africa Alabama Alaska Albania Algeria America Amsterdam Angola Antarctica Argentina Arizona Arkansas
    Armenia Asia Athens Australia Austria Azerbaijan Baghdad Bahrain Bangladesh Barcelona Beijing Beirut Belarus
    Belfast Belgium Berlin Birmingham Bolivia Bosnia Boston Botswana Brazil Brexit Brisbane Bristol Britain Brussels
    Budapest Bulgaria Burma Cairo California Cambodia Cambridge Cameroon Canada Canberra Cardiff Chicago Chile China
    Colombia Colorado Connecticut Croatia Cuba Cyprus Dallas Darwin Delaware Delhi Denmark Denver Detroit Downing
    Dubai Dublin Ecuador Edinburgh Egypt England Estonia Ethiopia Europe Fiji Finland Florida France Geneva Germany
    Ghana Gibraltar Glasgow Greece Greenland Guatemala Haiti Hamburg Hawaii Hobart Holland Houston Hungary Iceland
    Idaho Illinois India Indiana Indonesia Iowa Iran Iraq Ireland Istanbul Italy Jakarta Jamaica Japan Jerusalem
    Johannesburg Kabul Kansas Kazakhstan Kentucky Kenya Kiev Kosovo Kremlin Kuwait Kyiv Laos Latvia Lebanon Leeds
    Leicester Liberia Libya Lima Lisbon Lithuania Liverpool London Louisiana Luxembourg Macedonia Madrid Maine
    Malaysia Malta Manchester Manila Maryland Massachusetts Melbourne Mexico Miami Michigan Minnesota Mississippi
    Missouri Moldova Monaco Mongolia Montana Morocco Moscow Mozambique Mumbai Munich Myanmar Namibia Nebraska Nepal
    Netherlands Nevada Newcastle Nicaragua Nigeria Norway Nottingham Ohio Oklahoma Oregon Oslo Oxford Pakistan
    Palestine Panama Paraguay Pennsylvania Perth Peru Philadelphia Philippines Poland Portsmouth Portugal Prague
    Pyongyang Qatar Quebec Queensland Romania Rome Russia Rwanda Scotland Seattle Senegal Seoul Serbia Shanghai
    Singapore Slovakia Slovenia Somalia Southampton Spain Stockholm Sudan Sweden Switzerland Sydney Syria Taiwan
    Tajikistan Tanzania Tasmania Tehran Tennessee Texas Thailand Tibet Tokyo Toronto Tunisia Turkey Turkmenistan
    Uganda Ukraine Uruguay Utah Uzbekistan Vancouver Venezuela Vermont Vienna Vietnam Wales Warsaw Washington
    Westminster Whitehall Wisconsin Wyoming Yemen Yugoslavia Zambia Zealand Zimbabwe Zurich
    """
)

_DEMONYMS = words(
    """
    Aboriginal Afghan African Albanian Algerian American Arab Argentine Argentinian Armenian Asian Aussie Aussies
    Australian Austrian Azerbaijani Bangladeshi Basque Bavarian Belgian Bosnian Brazilian Breton Brit British Briton
    Britons Brits Bulgarian Burmese Californian Cambodian Canadian Catalan Chilean Chinese Colombian Congolese Croat
    Croatian Cuban Cypriot Czech Dane Danish Dutch Dutchman Egyptian Emirati English Englishman Ethiopian European
    Fijian Filipino Finn Finnish Flemish French Frenchman Georgian German Germans Ghanaian Greek Greeks Hungarian
    Icelandic Indian Indonesian Iranian Iraqi Irish Irishman Israeli Italian Japanese Jordanian Kazakh Kenyan Kiwi
    Kiwis Korean Kurd Kurdish Kurds Kuwaiti Lankan Lebanese Libyan Londoner Londoners Malaysian Maltese Maori Mexican
    Mongolian Moroccan Nazi Nepalese Nepali Nigerian Norwegian Omani Pakistani Palestinian Parisian Pole Polish
    Portuguese Qatari Queenslander Romanian Russian Russians Rwandan Samoan Saudi Scot Scots Scotsman Scottish Serb
    Serbian Singaporean Slovak Somali Soviet Spaniard Spanish Sri Sudanese Swede Swedish Swiss Syrian Taiwanese Tajik
    Tasmanian Texan Thai Tibetan Tongan Tunisian Turk Turkish Turks Ugandan Ukrainian Uzbek Victorian Vietnamese Welsh
    Welshman Yank Yanks Yemeni Zimbabwean
    """
)


def is_demonym(word: str) -> bool:
    """Say whether a capitalised word is an adjective or noun of a nation or people."""
    return word in _DEMONYMS


PARTICLES = words(
    """
    af al ap av bin bint binti da das de del della den der des di do dos du e el ibn la le les te ten ter van vom von
    y zu zum
    """
)
LEADING_PARTICLES = words("bin bint da de del della den der di dos du ibn ter van von")
"""Particles with which a name may begin inside a sentence ("Dr van den Berg", "von Trotta said")."""

SUFFIXES = words(
    """
    AC AM AO CBE DBE DSO II III IV Jnr Jr KBE KC MBE MD MEP MHA MLA MLC MP MPs MSP OAM OBE PhD QC RN SC Snr Sr TD
    """
)
"""What may follow a surname without being part of it."""

CHINESE = words(
    """
    Bai Bo Cai Cao Chai Chan Chang Chao Chau Chen Cheng Cheung Chew Chia Chiang Chien Chin Chiou Chiu Choi Chong Chou
    Chow Chu Chua Chung Cui Dai Deng Ding Dong Du Duan Fan Fang Feng Fok Foo Fu Fung Gan Gao Goh Gong Gu Guan Guo Han
    Hao Hau He Ho Hong Hou Hsiao Hsieh Hsiung Hsu Hsueh Hu Hua Huang Hui Hung Ip Jao Jia Jiang Jiao Jin Kam Kan Kang
    Kao Ke Koh Kong Ku Kuo Kwan Kwok Kwong Lai Lam Lan Lau Lee Lei Leung Li Liang Liao Lien Lim Lin Ling Liou Liu Lo
    Loh Lok Long Low Lu Luo Lv Lyu Ma Mak Mao Meng Miao Mo Mok Mu Ng Ni Nian Nie Ning Niu Ong Ou Ouyang Pan Pang Pei
    Peng Pu Qi Qian Qiang Qiao Qin Qiu Ren Rong Ruan Rui Shang Shao Shen Sheng Shi Shih Shu Shui Sim Siu Soh Song
    Soong Su Sun Szeto Tam Tan Tang Tao Tay Teo Teoh Tian Tiong Toh Tong Tsai Tsang Tsao Tse Tseng Tsui Tu Tung Wan
    Wang Wee Wei Wen Weng Wong Wu Xi Xia Xiang Xiao Xie Xin Xing Xiong Xu Xue Yam Yan Yang Yao Yap Yau Ye Yeh Yeo
    Yeung Yi Yin Yip Yong You Yu Yuan Yue Yuen Yun Zang Zeng Zha Zhai Zhan Zhang Zhao Zheng Zhong Zhou Zhu Zhuang Zhuo
    Zou
    """
)
KOREAN = words(
    """
    Ahn An Bae Baek Ban Cha Chang Cho Choi Chun Chung Ha Han Heo Hong Hur Hwang Hyun Jang Jeon Jeong Jo Joo Jung Kang
    Kim Ko Koo Kwak Kwon Lee Lim Min Moon Nam Noh Oh Pak Park Rhee Ri Roh Ryu Seo Shim Shin Son Song Suh Sung Thae Woo
    Yang Yi Yoo Yoon
    """
)
VIETNAMESE = words(
    """
    Bui Dang Dinh Do Duong Ho Hoang Huynh Le Luong Ly Lê Ngo Nguyen Nguyễn Pham Phan Phạm To Tran Trinh Truong Trần Vo
    Vu
    """
)
BURMESE = words(
    """
    Aung Aye Ba Bo Chan Chit Cho Daung Hkun Hla Hlaing Hmwe Hnin Hpone Htay Htin Htoo Htun Htut Htwe Kaung Khaing
    Khant Khin Khine Khun Ko Kyaw Kyi Kyin Kyine Latt Lay Lin Lwin Lynn Ma Mar Maung Maw May Mi Min Moe Mon Mya Myaing
    Myat Myint Myitzu Myo Naing Nan Nanda Nay Ne Nilar Nu Nwe Nyan Nyein Nyi Nyunt Ohn Oo Pho Phyo Phyu Pone Pyae
    Pyone San Sandar Saw Sein Shein Shwe Soe Su Suu Swe Thaik Than Thanda Thant Thaung Thein Theingi Thet Thida Thin
    Thinzar Thiri Thit Thura Thuzar Thwin Tin Toe Tun Wah Wai Wathan Win Wunna Wut Yadanar Yan Ye Yi Yin Yu Zarni Zaw
    Zay Zeya Zin Zun
    """
)
MONONYM_CULTURES = words(
    """
    Abdi Abdul Abdulaziz Abdulla Abdullah Abdurrahman Abebe Abebech Abera Abhisit Abiy Addisu Aekkalak Agung Agus
    Ahmad Ahmed Ahok Aichatou Airlangga Akkharaphon Alemayehu Alemitu Ali Almaz Alongkorn Amare Amien Aminuddin
    Amirudin Andargachew Anek Anggun Anies Anifah Annuar Anuar Anutin Anwar Apichatpong Apirat Arief Ariffin Ariya
    Arthit Asefa Asep Asif Asrat Asyraf Ayana Ayele Ayelech Aynalem Azalina Azeb Azhar Azizah Azmin Azyumardi Bahlil
    Bambang Banharn Basuki Bekele Belay Belaynesh Berhane Berhanu Bezunesh Bibit Biniam Birtukan Biruk Boediono
    Boonchai Boonsong Boonyot Budi Burhanuddin Buzunesh Chaiwat Chaiyaphum Chalerm Chamlong Charnvit Chatchai
    Chatichai Chavalit Chavarat Chitpas Chotiros Chuan Chuwit Dagmawi Dahlan Daniachew Dawit Debretsion Degitu Demeke
    Demissie Derara Derartu Desalegn Djarot Djoko Ejegayehu Eko Endang Ephrem Erick Eskinder Eyerusalem Fachri
    Fadillah Fadli Fahmi Fahri Faizal Febri Feyisa Fikru Fitsum Freweyni Fuziah Gamal Ganjar Gatot Gebregziabher
    Gebrehiwot Gelete Genzebe Getachew Getahun Gete Ghafar Gibran Ginandjar Girma Gotabaya Gotytom Gudaf Guteni Habib
    Habibie Habtamu Hagos Haile Hailemariam Halimah Hamengkubuwono Hamzah Hanif Haryanto Hasan Hassan Hasto Hatta
    Hendra Hendropriyono Hirut Hishammuddin Hishamuddin Hiwot Hussain Hussein Idrus Isaias Ismail Jamaluddin Jaran
    Jatuphat Jatuporn Jawar Jirayu Johari Joko Jokowi Jurin Jusuf Juwono Kaesang Kamaruddin Kanchana Kasit Kassahun
    Kebede Kenenisa Ketut Khairy Khaled Khofifah Kidane Kittirat Kobsak Kofifah Korbsak Kriengsak Kritsada Kukrit Kwik
    Latheefa Lelisa Lemma Lencho Letesenbet Lobsang Luhut Lula Made Mahamadou Mahathir Mahdzir Mahfud Mahmoud Mamo
    Manit Maszlee Meechai Megawati Mekdes Mekonnen Meles Mengistu Merera Meseret Mesfin Mihret Miruts Mohamad Mohamed
    Mohammad Mohammed Moqtada Muferiat Muhaimin Muhammad Muhyiddin Mukhriz Muktar Mulatu Mulugeta Mulyani Mulyono
    Muqtada Mustapa Nadiem Najib Narong Narongchai Nattawut Natthawut Nazir Nazri Nebiyu Netsanet Ngurah Nirut Nitaya
    Nooraini Noppadon Noraini Norazman Norhayati Nurhaliza Nurul Nyoman Oesman Paetongtarn Panitan Pannika Panya Parit
    Patcharawat Patrialis Pele Phichai Phumtham Pichai Pichet Pirapan Pita Piyabutr Pojaman Pornthip Prabowo Pramon
    Pramono Prapat Praphan Prasert Prasit Prawit Prayoon Prayut Prayuth Pridi Puan Purnomo Rachmat Rafidah Rafizi
    Rahel Rais Rangsiman Ratchanok Ratna Razali Reezal Retno Ridwan Rini Rizieq Rohani Rosli Rosmah Rungroj Saddam
    Sahle-Work Saifuddin Salahuddin Salleh Samak Samrawit Samsul Sandiaga Sanoh Sarawut Sarwo Sasin Seble Sebsibe
    Selamawit Selemon Senbere Seni Setya Shafie Shahidan Shahril Shahrizat Shimelis Sidarto Sifan Sileshi Sintayehu
    Sirichok Sirikanya Sirikit Siriwan Sisay Siti Sitthichai Sofyan Somboon Somchai Somkiat Somkid Sompong Sompop
    Somsak Somyot Sonthi Srettha Sri Srisuda Srisuwan Suchada Suchart Suchat Sudarat Sudirman Sudjiwo Sugeng Suhaizan
    Suharso Suharto Sukarno Sukhumbhand Sukmawati Sulaiman Sulak Sulistyo Supachai Suparman Suphan Supriyanto
    Surakiart Suraphol Surapong Surasak Surayud Surin Suryo Susi Susilo Sutarman Sutarno Sutarto Suthep Sutiyoso
    Sutume Suwat Syafii Syafruddin Syahrul Syed Tadelech Tadesse Taib Tajuddin Takiyuddin Tamirat Tariku Tarit Taye
    Tedros Teferi Tekle Temesgen Tengku Tesfaye Teshome Tewolde Thaksin Thanat Thanathorn Thanawat Thanin Tharit
    Thawatchai Thirachai Thitinan Thongchai Thongsing Tigist Tilahun Tirunesh Tirusew Titiek Tsegaye Tsehay Tsigie
    Tunku Tutut Veera Veerathai Virabongsa Visanu Wahyu Wan Warong Wayan Weerachai Werknesh Wichai Widi Widodo Wilai
    Wilaiwan Wiranto Wiroj Wissanu Worachai Workneh Worknesh Woynishet Yaakob Yalemzerf Yasser Yenny Yingluck Yomif
    Yongyuth Yuddy Yudhoyono Yusof Yusril Zahid Zaid Zainal Zaini Zainuddin Zambry Zenebech Zenebu Zeresenay Zersenay
    Zewdu Zulhas Zulkarnain Zulkefly Zulkifli Zuraida Zuraini
    """
)
"""Given names by which people are called after "Mr": Malay, Indonesian, Thai, Ethiopian, Arab."""

ICELANDIC_ENDINGS = ("dottir", "dóttir", "sdottir", "sson", "arson", "json", "nsson")

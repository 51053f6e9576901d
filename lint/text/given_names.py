"""Given names: which capitalised words are known to be somebody's first name.

The American ones are the commoner names of the 1990 census (United States Census Bureau, public domain); the rest were
added by hand, from the British Isles, Europe, Latin America, South Asia, West and Southern Africa, Japan and Oceania.
Left out on purpose: names that people are called by after "Mr" where they come from (Malay, Indonesian, Thai, Burmese,
Icelandic, Ethiopian, much of the Arab world), because a check that says "that is a given name" would be wrong of them.
"""

from __future__ import annotations

from .wordlist import words

GIVEN = words(
    """
    Aad Aagot Aaliyah Abbey Abbie Abby Abdoulaye Abe Abel Abena Abhishek Abigail Abimbola Abner Abraham Abram Ada
    Adaeze Adah Adair Adalberto Adaline Adam Adan Addie Ade Adebayo Adebisi Adela Adelaida Adele Adelia Adelina
    Adeline Adell Adella Adelle Adena Adewale Adina Aditi Aditya Adolfo Adolph Adria Adriaan Adrian Adriana Adriane
    Adrianna Adrianne Adrien Adriene Adrienne Adwoa Adán Aeneas Afonso Afton Agata Agatha Agim Agnes Agneta Agnieszka
    Agnus Agripina Agueda Agustin Agustina Agustín Aida Aidan Aiden Aigul Aiko Ailbhe Aileas Aileen Ailene Ailsa Aimee
    Aine Ainhoa Aino Ainsley Ainslie Aisha Aisling Aislinn Aissata Aitor Aizhan Ajay Akash Akiko Akilah Akira Akosua
    Aksel Akua Al Alain Alaina Alaine Alan Alana Alane Alanna Alannah Alasdair Alastair Alayna Alba Albane Albert
    Albertha Albertina Albertine Alberto Albina Alda Alden Aldo Alease Alec Alecia Aled Aleen Aleida Aleisha Alejandra
    Alejandrina Alejandro Aleksandar Aleksander Aleksandr Aleksandra Aleksei Alena Alene Alesha Aleshia Alesia
    Alessandra Alessandro Alessia Alessio Aleta Aletha Alethea Alethia Alex Alexa Alexander Alexandr Alexandra
    Alexandre Alexandros Alexei Alexey Alexia Alexis Alfie Alfio Alfonso Alfonzo Alfred Alfreda Alfredia Alfredo Alia
    Alica Alicia Alicja Alida Alin Alina Aline Alisa Alise Alisha Alishia Alisia Alison Alissa Alistair Alister Alita
    Alix Aliza Allan Alleen Allegra Allen Allena Allene Allie Alline Allison Allyn Allyson Alma Almeda Almeta Alois
    Alok Alona Alonso Alonzo Alphonse Alphonso Alta Altagracia Altha Althea Alton Alun Alva Alvaro Alvera Alverta
    Alvin Alvina Alyce Alycia Alys Alysa Alyse Alysha Alysia Alyson Alyssa Amada Amado Amaia Amaka Amalia Amanda
    Amandine Amar Amara Amber Amberly Ambrose Amedeo Amee Amelia Amelie Ami Amie Amiee Amina Aminata Aminatou Amira
    Amit Amita Amitabh Ammie Amos Amparo Amrit Amrita Amy Ana Anabel Anahit Analisa Anamaria Anand Ananya Anastacia
    Anastasia Anatoly Ander Andera Anders Anderson Andra Andras Andre Andrea Andreas Andree Andrei Andrej Andres
    Andrew Andrey Andria Andrius Andriy Andrzej András Andrés Andy Anete Anette Aneurin Ange Angela Angele Angelena
    Angeles Angelia Angelic Angelica Angelika Angelina Angeline Angelique Angelita Angella Angelo Angelos Angelyn
    Angharad Angie Angila Angla Anglea Angus Anh Anibal Anika Anikó Anil Anisa Anisha Anissa Anita Anitra Anja Anjali
    Anjanette Anjelica Ankit Ann Anna Anna-Lena Annabel Annabell Annabelle Annalee Annalisa Annamae Annamaria
    Annamarie Anne Annegret Anneliese Annelle Annemarie Annett Annetta Annette Annice Annie Annika Annis Annita
    Annmarie Anoop Anouk Ansel Ansje Anthea Anthony Antione Antionette Antoine Antoinette Anton Antone Antonela
    Antonella Antonetta Antonette Antonia Antonietta Antonina Antonino Antonio Antonis Antony Antti Antwan Antônio
    Anupam Anuradha Anushka Anya Anzhela Aníbal Aodhan Aoife Aparecida Aparna Apisai Apolonia Apryl Araceli Aracelis
    Aracely Aram Arantxa Arben Arcelia Archibald Archie Ardath Ardelia Ardell Ardella Ardelle Arden Ardis Ardit Ardith
    Arend Aretha Argelia Ariana Ariane Arianna Arianne Arica Arie Ariel Arielle Arjen Arjun Arkady Arla Arlean Arleen
    Arlen Arlena Arlene Arletha Arletta Arlette Arlie Arlinda Arline Arlo Arlyne Armand Armanda Armandina Armando
    Armen Armida Arminda Arnaud Arne Arnetta Arnette Arnita Arnold Arnoldo Arnulfo Aroha Aron Arron Arsenio Artem
    Arthur Artie Arturo Artyom Arun Aruna Arvel Arvid Arvilla Arvind Arvydas Arwel Arwyn Asa Asbjørn Asha Ashanti
    Ashely Ashlea Ashlee Ashleigh Ashley Ashli Ashlie Ashly Ashlyn Ashok Ashraf Ashton Ashwin Asier Asley Assetou
    Assunta Astrid Asuncion Ateca Athena Athol Athole Attila Atul Aubrey Audie Audra Audrea Audrey Audria Audrie Audry
    Augie Augustina Augustine Aulay Aundrea Aura Aurea Aurelia Aurelie Aurelien Aurelio Aurore Aurélie Aurélien Ava
    Avelina Avery Avinash Avis Avril Awa Awilda Axel Ayako Ayana Ayanda Ayanna Ayesha Ayla Ayman Ayo Ayodele Ayrton
    Ayumi Azalee Azucena Azzie Aïssata Babara Babatunde Babette Babita Bairbre Bakary Bakyt Balázs Bambi Banjo
    Baptiste Barabara Barb Barbar Barbara Barbera Barbie Barbra Barbro Bari Barnaby Barney Barrett Barrie Barry Bart
    Bartholomew Barton Bartosz Bartłomiej Bas Bashar Basil Basilia Bastian Bea Beata Beathag Beatrice Beatris Beatrix
    Beatriz Beau Beauden Beaulah Bebe Bec Becca Becki Beckie Becky Bede Bedwyr Bedřich Begoña Bekim Belen Belia
    Belinda Belkis Bella Belle Belva Belén Ben Benazir Bence Benedetta Benedict Bengt Benita Benito Benjamin Bennett
    Bennie Benny Benoit Benoît Benton Beppe Berenice Berna Bernadette Bernadine Bernard Bernarda Bernardina Bernardine
    Bernardo Bernd Berneice Bernetta Bernhard Bernice Bernie Berniece Bernita Bert Berta Bertha Bertie Bertram
    Bertrand Beryl Besim Bess Bessie Beth Bethan Bethanie Bethann Bethany Betsey Betsy Bette Bettie Bettina Betty
    Bettyann Bettye Beula Beulah Bev Beverlee Beverley Bharat Bhavani Bhavna Bianca Bibi Bidzina Bilal Bill Billi
    Billie Billy Billye Bilquis Bindi Binta Binyamin Birdie Birger Birgit Birgitta Bisi Bjorn Björn Blaine Blair
    Blaise Blake Blanca Blanch Blerta Blondell Boaz Bob Bobbi Bobbie Bobby Bobbye Bobette Bodil Bogdan Bogusław Bohdan
    Bohdana Bohumil Bohuslav Bojan Bojana Bola Bongani Bonita Bonnie Bonny Booker Boris Borut Boubacar Boudewijn Boyce
    Boyd Boyko Bozena Bozo Boško Bożena Božena Brad Bradley Bradly Brady Bram Branda Brande Brandee Branden Brandi
    Brandie Brandon Branimir Branka Branko Brant Branwen Brayden Breana Breandán Breann Breanna Breanne Bree Brenda
    Brendan Brendon Brenna Brent Brenton Bret Brett Brian Briana Brianna Brianne Brice Brid Bridget Bridgett Bridgette
    Bridie Brigette Brigid Brigida Brigitte Brinda Briony Britany Britney Britni Britt Britta Brittaney Brittani
    Brittanie Brittany Britteny Brittney Brittni Brittny Brock Broderick Brodie Brody Bronagh Bronislava Bronte
    Bronwen Bronwyn Brooke Brooks Bruce Bruna Brunilda Bruno Bryan Bryanna Bryant Bryce Bryn Brynn Bryon Bryony Bríd
    Buddy Buena Buffy Buford Bukola Bula Bulah Burl Burt Burton Busisiwe Bwalya Byron Béatrice Béla Bénédicte Bérénice
    Börje Cadfael Caetano Cai Caio Caitlin Caitlyn Calandra Caleb Calista Callie Callum Calum Calvin Cam Camelia
    Camellia Cameron Cami Camie Camila Camilla Camille Camilo Cammie Cammy Candace Candance Candelaria Candi Candice
    Candida Candie Candis Candra Candy Candyce Caoilfhionn Caoimhe Caprice Cara Caradog Caren Carey Cari Caridad Carie
    Carin Carina Carine Carisa Carissa Carita Carl Carl-Henrik Carla Carlee Carleen Carlena Carlene Carles Carletta
    Carley Carli Carlie Carline Carlita Carlo Carlos Carlota Carlotta Carlton Carly Carlyn Carma Carman Carmel Carmela
    Carmelia Carmelina Carmelita Carmella Carmelo Carmen Carmina Carmine Carmon Carol Carola Carolann Carole Carolee
    Carolin Caroline Caroll Carolyn Carolyne Carolynn Caroyln Carri Carrie Carrol Carroll Carson Carsten Carter Carwyn
    Cary Caryl Carylon Caryn Carys Casandra Casey Casie Casimira Caspar Casper Cassandra Cassaundra Cassey Cassi
    Cassie Cassondra Cassy Catalina Catarina Cate Caterina Cathal Catharine Catherin Catherina Catherine Cathern
    Catheryn Cathi Cathie Cathleen Cathrine Cathryn Cathy Catina Catrice Catrin Catrina Catriona Cayetana Cayla
    Cecelia Cecil Cecila Cecile Cecilia Cecille Cecily Cecília Cedric Cedrick Cees Cefin Ceinwen Ceiri Celena Celesta
    Celeste Celestina Celestine Celia Celina Celinda Celine Celsa Ceola Ceri Ceridwen Cerys Cesar Cesare Chadwick Chae
    Chaminda Chana Chanda Chanel Chanell Chanelle Chantal Chantay Chante Chantel Chantell Chantelle Chara Charis
    Charise Charissa Charisse Charita Charla Charleen Charlena Charlene Charles Charlesetta Charlette Charley Charlie
    Charline Charlott Charlsie Charlyn Charmain Charmaine Charolette Chas Chasidy Chasity Chassidy Chastity Chauncey
    Chaya Chaz Chebet Cheikh Chelsey Chelsie Cher Chere Cheree Cherelle Cheri Cherie Cherilyn Cherise Cherly Cherlyn
    Cherri Cherrie Cherry Cherryl Chery Cheryl Cheryle Cheryll Chet Chetan Chi Chiara Chidi Chidinma Chieko Chihiro
    Chika Chikondi Chima Chimamanda Chinedu Chinwe Chinyere Chioma Chip Chipasha Chipo Chiquita Chloe Chloé Chris
    Chrissie Chrissy Christa Christal Christeen Christel Christelle Christen Christena Christene Christi Christia
    Christiana Christiane Christie Christin Christina Christine Christinia Christoper Christoph Christophe Christopher
    Christos Christy Chrystal Chuck Chukwuemeka Chukwuma Ciara Ciaran Ciarán Cicely Ciera Cierra Cillian Cinda Cindi
    Cindie Cindy Cinthia Cinzia Ciprian Cira Clair Claire Clara Clare Clarence Claretha Claretta Claribel Clarice
    Clarinda Clarine Claris Clarisa Clarissa Clarita Clark Classie Claud Claude Claudette Claudia Claudie Claudine
    Claudio Claus Clay Clayton Clelia Clem Clemencia Clement Clemente Clementina Clementine Clemmie Cleo Cleopatra
    Cleora Cleotilde Cleta Cletus Cleve Cleveland Cliff Clifford Clifton Clint Clinton Clive Clodagh Clora Clorinda
    Clotilde Clyde Cláudia Clémence Clément Codi Codruța Cody Colby Cole Coleen Coleman Colene Coletta Colette Colin
    Colleen Collen Collene Collette Collin Colm Colton Conall Conan Concepcion Concetta Concha Conchita Connie Connor
    Conor Conrad Constance Constantin Consuela Consuelo Contessa Cora Coralee Coralie Coraline Cordelia Cordell Cordia
    Cordie Coreen Corene Corentin Coretta Corey Cori Corie Corina Corine Corinna Corinne Corliss Cormac Cornelia
    Corneliu Cornelius Cornell Corrado Corrie Corrin Corrina Corrine Corrinne Cortez Cortney Cory Cosimo Cosmin Costin
    Courtney Coy Craig Creola Cressida Crina Cris Criselda Crissy Crista Cristal Cristen Cristi Cristian Cristiano
    Cristie Cristin Cristina Cristine Cristobal Cristopher Cristovão Cristy Cristóbal Crysta Crystal Crystle Csaba
    Cuan Curt Curtis Cyndi Cyndy Cynthia Cyril Cyrille Cyrstal Cyrus Cythia Czeslaw Czesław Cássio Cândido Cécile
    Cédric Célio César Călin Daan Dacia Dacian Dafydd Dag Dagmar Dagny Dahlia Dai Daina Daine Daisey Daisuke Daisy
    Daithi Dale Dalene Dalia Dalibor Dalila Dalton Damaris Damian Damien Damilola Damion Damir Damon Dan Dana Danae
    Dane Danelle Danette Dani Dania Danial Danica Daniel Daniela Daniele Daniell Daniella Danielle Daniil Danijel
    Danika Danille Danilo Danita Dann Danna Dannette Dannie Dannielle Danny Dante Danuta Danyel Danyell Danyelle
    Danylo Daphine Daphne Dara Darcel Darcey Darci Darcie Darcy Darell Daren Daria Darin Dario Darius Dariusz Darko
    Darla Darleen Darlena Darlene Darline Darnell Daron Darragh Darrel Darrell Darren Darrick Darrin Darron Darryl
    Darwin Daryl Dave David Davida Davide Davina Davis Davit Davor Dawid Dawn Dawna Dawne Dayle Dayna Daysi DeShawn
    Deadra Deaglan Dean Deana Deandra Deandre Deandrea Deane Deangelo Deann Deanna Deanne Dearbhla Deb Debbi Debbie
    Debbra Debby Debera Debi Debora Deborah Debra Debrah Debroah Declan Dede Dedra Dee Deeann Deeanna Deedee Deedra
    Deena Deepa Deepak Deepika Deetta Deian Deidra Deidre Deiniol Deirdre Deja Dejan Del Delaine Delana Delbert Delcie
    Delena Delfina Delia Delicia Delila Delilah Delinda Delisa Dell Della Delma Delmar Delmer Delmy Delois Deloise
    Delora Deloras Delores Deloris Delorse Delpha Delphia Delphine Delsie Delyth Demarcus Demetra Demetria Demetrice
    Demetrius Dena Denae Deneen Denese Denice Denis Denise Denisha Denisse Denita Denna Dennis Dennise Denny Denys
    Denyse Deon Deonna Derek Derick Dermot Derrick Deshawn Desirae Desiree Desislava Desmond Despina Dessie Detra Devi
    Devin Devona Devora Devorah Dewayne Dewey Dewi Dewitt Dex Dexter Dezső Dhruv Dian Diana Diane Diann Dianna Dianne
    Diarmaid Diarmuid Dick Didier Diederik Diedra Diedre Diego Dierdre Dieter Dietmar Digna Diletta Dilhan Dilini
    Dilip Dillon Dilma Dilnoza Dilys Dimitri Dimitrios Dimitris Dimitry Dimple Dina Dinah Dinara Dineo Dinesh Dino
    Dinorah Diogo Dion Dione Dionna Dionne Dirk Divina Divya Dixie Djeneba Dmitri Dmitry Dmytro Dodie Doina Dollie
    Dolly Dolores Doloris Dom Domenic Domenica Domenico Dominga Domingo Dominic Dominick Dominik Dominique Domitila
    Domonique Don Dona Donal Donald Donatella Donato Donella Donetta Donette Donita Donn Donna Donnacha Donncha
    Donnell Donnetta Donnette Donnie Donny Donovan Donte Donya Dora Dorathy Dorcas Doreatha Doreen Dorene Doretha
    Dorethea Doretta Dori Doria Dorian Dorie Dorin Dorinda Dorine Doris Dorla Dorota Dorotha Dorothea Dorothy Dorris
    Dorsey Dortha Dorthea Dorthey Dorthy Dottie Dotty Doug Dougal Douglas Douglass Dovie Doyle Dragan Dragoș Dreama
    Drema Drew Drucilla Drusilla Duane Duarte Dubravka Dudley Dulce Dulcie Duncan Dusan Dusti Dustin Dusty Dušan Duško
    Dwain Dwana Dwayne Dwight Dyan Dyfan Dyfed Dylan Dympna Dáithí Débora Eadaoin Eamon Eamonn Eanna Earle Earlean
    Earleen Earlene Earlie Earline Earnest Earnestine Eartha Ebba Eboni Ebonie Ed Edda Eddie Eddy Edelmira Edgar
    Edgardo Edgars Edie Edin Edison Edith Edmond Edmund Edmundo Edna Edo Edoardo Edouard Edra Edris Edson Eduard
    Eduarda Eduardo Edward Edwardo Edwin Edwina Edyta Edyth Edythe Eelco Eero Effie Efrain Efraín Efren Efua Egon
    Ehtel Ehud Eifion Eija Eiji Eileen Eilene Eilidh Eilis Eimear Einar Eino Eirlys Eithne Ekaterina Ekow Eladia
    Elaina Elaine Elana Elane Elanor Elayne Elba Elbert Elda Elden Eldon Eldora Eldridge Eleanor Eleanora Eleanore
    Elease Eleftherios Elena Elene Eleni Elenor Elenora Elenore Eleonor Eleonora Eleonore Eleri Elfed Elfreda Elfrieda
    Elfriede Eli Elia Eliana Eliane Elias Elicia Elida Elidia Elijah Elin Elina Elinor Elinore Elio Elisa Elisabeth
    Elisabetta Elise Eliseo Elisha Elissa Eliz Eliza Elizabet Elizabeth Elizbeth Elizebeth Eliška Elke Ella Ellamae
    Ellan Elle Ellen Ellena Elli Ellie Ellinor Elliot Elliott Ellis Ellsworth Elly Ellyn Elma Elmer Elmira Elmo Elna
    Elnora Elodia Elodie Elois Eloisa Eloise Elouise Eloy Elroy Els Elsa Elsie Elske Elspeth Elsy Elton Eluned Elva
    Elvera Elvia Elvie Elvin Elvina Elvira Elvis Elwanda Elwood Elyse Elza Elżbieta Emanuel Emanuela Emanuele Embla
    Emeka Emelda Emelia Emelina Emeline Emely Emer Emi Emiko Emil Emile Emilee Emilia Emiliano Emilie Emilio Emily
    Emir Emlyn Emma Emmaline Emmanuel Emmanuelle Emmett Emmie Emmitt Emmy Emogene Emory Emrys Emyr Ena Enda Endaf
    Endre Enedina Eneida Enfys Enid Enoch Enola Enrica Enrico Enrique Enriqueta Enzo Eoghan Eoin Epifania Erasmo Eric
    Erica Erich Erick Ericka Erik Erika Erin Erinn Erlene Erlinda Erline Erling Erma Ermelinda Erminia Erna Ernest
    Ernestina Ernestine Ernesto Ernie Ernst Errol Ervin Erwin Eryl Eryn Erzsébet Esa Esi Esme Esmeralda Espen Esta
    Esteban Estefana Estefanía Estela Estell Estella Estelle Ester Esther Etain Eteri Etha Ethan Ethel Ethelene
    Ethelyn Ethyl Etienne Etsuko Etta Ettie Ettore Euan Eufemia Eugen Eugena Eugene Eugenia Eugenie Eugenio Eula Eulah
    Eulalia Euna Eunice Eura Eurig Eurwen Eusebia Eusebio Eustolia Eva Evalyn Evan Evangelina Evangeline Evangelos Eve
    Evelia Evelin Evelina Eveline Evelyn Evelyne Evelynn Everett Everette Evert Evette Evgeni Evgenia Evgeny Evia Evie
    Evita Evo Evon Evonne Ewa Ewan Ewen Exie Eyvind Ezekiel Ezequiel Ezra Fabian Fabiana Fabien Fabienne Fabio Fabiola
    Fabrice Fabrizio Facundo Fahrudin Faisal Faith Faleafa Fannie Fanny Farah Farai Farhan Farida Farooq Farquhar
    Farrah Farzana Fatima Fatimah Fatmir Fatoumata Faustina Faustino Fausto Faviola Fawn Fay Faye Fearghal Fearghas
    Federica Federico Felecia Felica Felice Felicia Felicidad Felicita Felicitas Felicity Felipa Felipe Felisa Felisha
    Felix Felton Femi Femke Fenella Ferdia Ferdinand Ferenc Fergal Fergus Fermin Fermina Fermín Fernanda Fernande
    Fernando Ferne Feroz Ferran Ferry Ffion Fiachra Fidel Fidela Fidelia Fidelma Filiberto Filip Filipa Filipo Filippo
    Filomena Finbar Fingal Finlay Finn Fintan Fiona Fionn Fionnuala Fiorella Flaminia Flavia Flavio Fleta Fletcher
    Fleur Flor Flora Florance Florencia Florencio Florene Florent Florentina Florentino Floretta Floria Florian
    Florinda Florine Floris Florrie Flossie Floy Floyd Flávio Folake Folasade Fonda Forrest Fran Francene Frances
    Francesca Francesco Franchesca Francie Francina Francine Francis Francisca Franciszek Franck Franco Francois
    Francoise Frank Frankie Franklin Franklyn Frans Fransisca František Franz François Françoise Fred Freda Fredda
    Freddie Freddy Frederic Frederica Frederick Fredericka Frederik Fredia Fredric Fredrick Fredricka Freeda Freek
    Freeman Freida Freya Frida Frieda Friedrich Fritz Frode Frédéric Fumiko Fumio Funmi Funmilayo Fyodor Fábio Fátima
    Gabby Gabor Gabriel Gabriela Gabriele Gabriella Gabrielle Gaetano Gail Galen Galina Gamal Ganesh Gareth Garfield
    Garland Garnet Garret Garrett Garry Garth Gary Gaspard Gaston Gaurav Gautam Gauthier Gavin Gaye Gayla Gayle
    Gaylene Gaylord Gaynell Gaynelle Gaz Gaël Gaëlle Gearldine Gearoid Geert Geertje Geeta Geir Gema Gemma Gena Genaro
    Gene Genevie Genevieve Genevive Geneviève Genia Genie Genna Gennady Gennaro Gennie Genny Genoveva Geoff Geoffrey
    Georgann George Georgeann Georgeanna Georgene Georges Georgetta Georgette Georgi Georgiana Georgiann Georgianna
    Georgianne Georgie Georgina Georgine Georgios Geraint Gerald Geraldine Geraldo Gerallt Geralyn Gerard Gerardo
    Gerda Gergely Gerhard Geri Germaine Gerri Gerrit Gerry Gert Gertha Gertie Gertrud Gertrude Gertrudis Gertude
    Gerónimo Gethin Getúlio Gevorg Gheorghe Ghislaine Giacinto Giacomo Giada Giampaolo Giancarlo Gianfranco Gianluca
    Gianmarco Gianna Gianni Gianpiero Gideon Gidget Gigi Gil Gilbert Gilberte Gilberto Gilda Giles Gilleasbuig Gilles
    Gillian Gilma Gilmar Gina Ginette Ginevra Ginger Ginny Gino Gintaras Giordano Giorgi Giorgia Giorgio Giorgos
    Giovanna Giovanni Girish Girolamo Gisela Gisele Giselle Gita Giulia Giuliana Giuliano Giulio Giuseppe Giuseppina
    Giustino Gladis Glady Gladys Glayds Glen Glenda Glendora Glenn Glenna Glennie Glennis Glenys Glinda Gloria Glyn
    Glynda Glynis Gobnait Godfrey Golda Goldie Gonzalo Gonçalo Gopal Goran Gordon Gorka Govind Grace Gracie Graciela
    Graeme Graham Graig Grainne Grant Granville Grayce Grayson Grazyna Grażyna Greg Gregg Gregor Gregoria Gregorio
    Gregory Greig Greta Gretchen Gretta Gricelda Griff Grigory Grisel Griselda Gro Grover Gruff Gruffudd Gruffydd
    Grzegorz Gráinne Grégoire Gudmund Gudrun Guglielmo Guido Guilherme Guillaume Guillermina Guillermo Gulnara Gunhild
    Gunilla Gunnar Gunter Guntis Gunvor Guri Gurpreet Gus Gussie Gustav Gustavo Guto Guus Guénolé Gwen Gwenaël Gwenda
    Gwendal Gwendolyn Gwenllian Gwenn Gwilym Gwion Gwydion Gwyn Gwyneth Gwynfor Gyorgy Gyula György Gábor Gérard Göran
    Günter Haider Hailey Hakan Hal Haley Halina Halley Hallie Halvard Halvor Halyna Hamid Hamish Hamza Hana Hank Hanna
    Hannah Hanne Hanneke Hannelore Hannes Hannu Hans Harald Harish Harjit Harlan Harland Harley Harmon Harold Haroon
    Harpreet Harri Harriet Harriett Harriette Harris Harrison Harry Harsh Haruka Haruki Haruto Harvey Hassie Hattie
    Haydee Hayden Hayk Hayley Haywood Hazel Heath Heather Hector Hedda Heddwyn Hedley Hedvig Hedwig Hedy Hefin Heide
    Heidi Heidy Heike Heikki Heiko Hein Heiner Heinrich Heinz Heitor Helaine Helder Heledd Helen Helena Helene Helga
    Helge Helle Hellen Helmi Helmut Hema Hemi Henk Henning Henri Henrietta Henriette Henrik Henrique Henry Herb
    Herbert Heriberto Herlinda Herma Herman Hermann Hermelinda Hermila Hermina Hermine Herminia Hermione Hernan Hernán
    Herschel Hershel Herta Hertha Herve Hervé Hester Hettie Hetty Heulwen Hideki Hideo Hiedi Hilaria Hilario Hilary
    Hilda Hilde Hildegard Hildegarde Hildred Hillary Hilma Hilton Hina Hinemoa Hipolito Hiram Hiroki Hiroko Hiromi
    Hiroshi Hisako Hisashi Hobert Holli Hollie Hollis Holly Homer Hone Honor Honoré Hope Horace Horacio Horia Horst
    Hortencia Hortense Hortensia Hosea Hosni Hovhannes Howard Howie Hoyt Hrvoje Hryhoriy Hubert Huey Hugh Hugo
    Huguette Hulda Humaira Humberto Humphrey Humza Huub Huw Hyacinth Hyman Hywel Håkan Hélio Hélène Iain Ian Ianto
    Ibai Ibrahima Ichiro Ida Idalia Idell Idella Idris Idrissa Iesha Iestyn Ieuan Ifan Ifeanyi Ifeoma Ifor Ignacia
    Ignacio Igor Ihor Ike Ikechukwu Iker Ila Ilana Ilaria Ilda Ildikó Ileana Ileen Ilene Iliana Ilir Ilisapeci Ilkka
    Illa Illtyd Ilmari Ilona Ilse Iluminada Ilya Ilze Ima Imelda Immaculee Imogen Imogene Imran Imre Ina Indira Ineke
    Inell Ines Inese Inez Inga Inge Ingeborg Ingela Inger Ingmar Ingo Ingrid Ingvar Inmaculada Inna Innes Inocencia
    Inácio Inés Inês Ioan Ioana Ioane Ioannis Iola Iolo Iona Ione Iorwerth Ippolito Ira Iracema Iraida Irakli Irena
    Irene Irina Iris Irma Irmgard Irv Irvin Irvine Irving Irwin Iryna Isaac Isabel Isabell Isabella Isabelle Isadora
    Isaiah Isaias Isao Isaura Isela Iseult Ishaan Ishbel Isiah Isidra Isidro Isikeli Isla Islwyn Ismael Ismene Isobel
    Isreal Issac Istvan István Itziar Iulia Iva Ivan Ivana Ivano Ivelisse Ivete Ivette Ivica Ivo Ivonne Ivor Ivy Iván
    Iwan Iwona Izabela Izetta Izola Izzy Iñaki Iñigo Jaakko Jaap Jacalyn Jacco Jacek Jacelyn Jacinda Jacinta Jacinto
    Jack Jackeline Jackelyn Jacki Jackie Jacklyn Jackqueline Jaclyn Jacob Jacoba Jacqualine Jacque Jacquelin
    Jacqueline Jacquelyn Jacquelyne Jacquelynn Jacques Jacquetta Jacqui Jacquie Jacquiline Jacquline Jacqulyn Jada
    Jade Jadranka Jadwiga Jae Jagdish Jago Jai Jaime Jaimee Jaimie Jair Jake Jakob Jakub Jaleesa Jalisa Jama Jamaal
    Jamar Jame Jamee Jamel James Jamesina Jamey Jami Jamie Jamika Jamil Jamila Jamison Jammie Jan Jana Janae Janay
    Janaína Jane Janean Janee Janeen Janek Janel Janell Janella Janelle Janene Janessa Janet Janeth Janett Janetta
    Janette Janey Janez Jani Janice Janie Janiece Janina Janine Janis Janise Janita Jann Janna Janne Jannet Jannette
    Jannie Janos Jantje Janusz Janyce Jaqueline Jaquelyn Jared Jarek Jari Jarl Jarmo Jarod Jaromír Jaroslav Jaroslava
    Jarosław Jarrad Jarrah Jarred Jarrett Jarrod Jarryd Jarvis Jasmin Jasmine Jasna Jason Jasper Jaspreet Jasprit
    Jaswinder Jatin Jaunita Javed Javier Jaxon Jay Jaya Jayant Jayce Jayden Jaye Jayme Jaymie Jayna Jayne Jayson
    Jazmin Jazmine Jc Jean Jean-Baptiste Jean-Charles Jean-Christophe Jean-Claude Jean-Francois Jean-François
    Jean-Jacques Jean-Louis Jean-Luc Jean-Marc Jean-Marie Jean-Michel Jean-Noel Jean-Noël Jean-Paul Jean-Philippe
    Jean-Pierre Jean-Yves Jeana Jeane Jeanelle Jeanene Jeanett Jeanetta Jeanette Jeanice Jeanie Jeanine Jeanmarie
    Jeanna Jeanne Jeannetta Jeannette Jeannie Jeannine Jed Jeff Jefferey Jefferson Jeffery Jeffie Jeffrey Jeffry
    Jelagat Jelena Jelle Jemima Jemma Jen Jena Jenae Jene Jenee Jenell Jenelle Jenette Jeneva Jeni Jenice Jenifer
    Jeniffer Jenine Jenise Jenna Jennefer Jennell Jennette Jenni Jennie Jennifer Jenniffer Jennine Jenny Jens Jerald
    Jeraldine Jeramy Jere Jeremiah Jeremy Jeri Jerica Jerilyn Jerlene Jermaine Jeroen Jerold Jerome Jeromy Jerrell
    Jerri Jerrica Jerrie Jerrod Jerrold Jerry Jerzy Jesenia Jesica Jesper Jess Jesse Jessenia Jessi Jessia Jessica
    Jessie Jessika Jestine Jesusa Jesusita Jet Jethro Jett Jetta Jettie Jewell Jide Jill Jillian Jim Jimena Jimmie
    Jimmy Jina Jinny Jiri Jiro Jiří Jo Joachim Joakim Joan Joana Joane Joanie Joann Joanna Joanne Joannie Joao Joaquim
    Joaquin Joaquina Joaquín Jocelyn Jochen Jock Jodee Jodi Jodie Jody Joe Joeann Joel Joella Joelle Joellen Joep
    Joerg Joesph Joetta Joette Joey Johan Johana Johann Johanna Johanne Johannes John Johna Johnathan Johnathon
    Johnetta Johnette Johnie Johnna Johnnie Johnny Johnsie Johnson Joie Joke Jokin Jolanda Jolanta Joleen Jolene Jolie
    Joline Jolyn Jolynn Jon Jona Jonah Jonas Jonathan Jonathon Jone Jonell Jonelle Joni Jonie Jonna Jonnie Jonny Jonty
    Joop Joost Jop Jordi Jordon Jorg Jorge Joris Jos Jose Joseba Josef Josefa Josefina Josefine Joselyn Joseph
    Josephina Josephine Josette Josh Joshua Josiah Josie Josip Joslyn Jospeh Josphine Joss Josu Josue Josué José
    Joséphine Jouni Jovan Jovita Joy Joya Joyce Joycelyn Joye Jozsef João Joël Juan Juana Juanita Judd Jude Judi Judie
    Judit Judith Judson Judy Juergen Juha Jukka Jule Julee Julene Jules Juli Julia Julian Juliana Juliane Juliann
    Julianna Julianne Julie Julieann Julien Julienne Juliet Julieta Julietta Juliette Julio Julissa Julius Julián
    Junichi Junichiro Junie Junita Junko Jurgen Jurgita Jurriaan Jussara Jussi Justa Justin Justina Justine Justyna
    Jutta Jyoti Jyrki János Jérôme József Jörg Jörgen Jørgen Júlia Júlio Jürgen Kaarina Kacey Kaci Kacie Kacper Kacy
    Kade Kadiatou Kael Kaelan Kahurangi Kai Kaija Kaila Kaitlin Kaitlyn Kaj Kaja Kala Kalani Kaleigh Kaley Kali Kallie
    Kalyn Kamal Kamala Kami Kamil Kamila Kamilah Kandace Kandi Kandice Kandis Kandra Kandy Kanesha Kanisha Kaori Kapil
    Kara Karan Kareem Kareen Kareena Karel Karen Karena Karey Kari Karie Karima Karin Karina Karine Karisa Karissa
    Karl Karla Karleen Karlene Karly Karlyn Karmen Karol Karole Karolina Karoline Karolyn Karon Karren Karri Karrie
    Karry Karsten Kary Karyl Karyn Kasandra Kasey Kasha Kashif Kasi Kasia Kasie Kaspar Kasper Kassandra Kassie Kasun
    Kat Katalin Katarina Katarzyna Kate Katelin Katelyn Katelynn Katerina Katerine Kateryna Kathaleen Katharina
    Katharine Katharyn Kathe Katheleen Katherin Katherina Katherine Kathern Katheryn Kathey Kathi Kathie Kathleen
    Kathlene Kathline Kathlyn Kathrin Kathrine Kathryn Kathryne Kathy Kathyrn Kati Katia Katie Katina Katja Katlego
    Katlyn Katrice Katrin Katrina Katrín Kattie Katy Katya Kavita Kay Kayce Kaycee Kaye Kayla Kaylee Kayleen Kayleigh
    Kaylene Kayode Kazimierz Kazuko Kazuo Keane Keanu Kecia Keegan Keeley Keely Keena Keenan Kees Keesha Kehinde Keiko
    Keila Keir Keira Keisha Keisuke Keith Keitha Kelechi Keli Kelle Kellee Kelley Kelli Kellie Kelly Kellye Kelsey
    Kelsi Kelsie Kelvin Kemberly Kemi Ken Kena Kenda Kendal Kendall Kendra Kendrick Keneth Kenia Kenichi Kenisha Kenji
    Kenna Kenneth Kennith Kenny Kenta Kenton Kenyatta Kenyetta Kenzo Keoni Kepa Kera Keren Keri Kermit Kerri Kerrie
    Kerry Kersti Kerstin Kesha Keshia Ketevan Keturah Keva Keven Kevin Kgomotso Khadijah Khalilah Kia Kiana Kiara
    Kiera Kieran Kiersten Kiesha Kieth Kiley Kim Kimber Kimberely Kimberlee Kimberley Kimberli Kimberlie Kimberly
    Kimbery Kimbra Kimi Kimiko Kimmo Kina Kindra Kinga Kip Kira Kiran Kirby Kiril Kirill Kirk Kirra Kirsi Kirsteen
    Kirsten Kirstie Kirstin Kirsty Kisha Kishore Kit Kittie Kitty Kiyoko Kiyoshi Kizzie Kizzy Kjell Kjersti Kjetil
    Klaas Klara Klaus Knut Kobe Koby Koen Kofi Koichi Koji Kojo Koldo Kolinda Konrad Konstantin Konstantinos Koos
    Korey Kori Kortney Kory Kostas Kourtney Kraig Kresimir Krešimir Kris Krishna Krissy Krista Kristal Kristan
    Kristeen Kristel Kristen Kristi Kristian Kristie Kristin Kristina Kristine Kristle Kristof Kristofer Kristoffer
    Kristopher Kristy Kristyn Krisztina Krysta Krystal Krysten Krystin Krystina Krystle Krystyna Krzysztof Kudzai
    Kuldeep Kumiko Kunal Kurt Kurtis Květa Kwabena Kwadwo Kwaku Kwame Kwasi Kwesi Kyla Kyle Kylee Kylie Kym Kymberly
    Kynan Kyoko Kyra Kyriakos Kálmán Kåre LaToya Lacey Lachelle Lachlan Lachy Laci Lacie Lacresha Lacy Ladawn Ladislav
    Ladonna Lael Laetitia Lahoma Laila Laine Lais Lajos Lajuana Lakeesha Lakeisha Lakendra Lakenya Lakesha Lakeshia
    Lakia Lakiesha Lakisha Lakita Lakshmi Lala Lalit Lamar Lamberto Lamine Lamonica Lamont Lana Lance Landon Lanell
    Lanelle Lanette Lani Lanie Lanita Lannie Lanny Lanora Lansana Laquanda Laquita Lara Larae Laraine Laree Larhonda
    Larisa Larissa Larita Laronda Larraine Larry Lars Larysa Lasandra Lasha Lashanda Lashandra Lashaun Lashaunda
    Lashawn Lashawna Lashawnda Lashay Lashell Lashon Lashonda Lashunda Lasith Lasonya Lasse Laszlo Lata Latanya
    Latarsha Latasha Latashia Latesha Latia Laticia Latina Latisha Latonia Latonya Latoria Latosha Latoya Latoyia
    Latrice Latricia Latrina Latrisha Launa Laura Lauralee Lauran Laure Laureen Lauren Laurena Laurence Laurene
    Laurens Laurent Laurențiu Lauretta Laurette Lauri Laurice Laurie Laurinda Laurine Lauryn Lavada Lavelle Lavenia
    Lavera Lavern Laverna Laverne Laveta Lavette Lavina Lavinia Lavon Lavona Lavonda Lavone Lavonia Lavonna Lavonne
    Lawana Lawanda Lawanna Lawerence Lawrence Lawrie Layla LeBron Lea Leah Leana Leandra Leandro Leann Leanna Leanne
    Leanora Leatha Leatrice Lech Lecia Leda Lee Leeann Leeanna Leeanne Leela Leena Leesa Leia Leida Leif Leigh Leigha
    Leighann Leila Leilani Leire Leisa Leisha Lekisha Lela Lelah Leland Lelia Lemuel Len Lena Lenard Lenita Lenka
    Lenna Lennart Lennie Lenny Lenora Lenore Leo Leola Leoma Leon Leona Leonard Leonarda Leonardo Leone Leonel Leonia
    Leonid Leonida Leonie Leonila Leonor Leonora Leonore Leontine Leopold Leopoldo Leora Leota Lera Lerato Leroy Les
    Lesa Lesha Lesia Leslee Lesley Lesli Leslie Lessie Lester Lesya Leszek Leta Letha Leticia Letisha Letitia Letizia
    Lettie Letty Letícia Lev Levente Levi Lewis Lex Lexie Lezlie Lia Liam Liana Liane Lianne Libbie Libby Libor
    Librada Libuse Libuše Lida Lidia Lieselotte Liesl Ligia Lila Lili Lilia Lilian Liliana Lilla Lilli Lillia Lilliam
    Lillian Lilliana Lillie Lilly Lily Lina Linda Lindiwe Lindsay Lindsey Lindsy Lindy Linette Ling Linnea Linnie
    Linnéa Lino Linsey Linus Linwood Lionel Lisa Lisabeth Lisandra Lisbet Lisbeth Lise Lisette Lisha Lissa Lissette
    Lita Litia Liv Livia Liviu Liz Liza Lizabeth Lizbeth Lizeth Lizette Lizzette Lizzie Ljubica Ljubo Lleucu Llew
    Llinos Lloyd Llyr Lodewijk Loes Logan Loida Lois Loise Lola Lolita Loma Lon Lona Londa Loni Lonna Lonnie Lonny
    Lope Lora Loraine Loralee Lorcan Lore Lorean Loree Loreen Lorelei Lorella Loren Lorena Lorene Lorenza Lorenzo
    Loreta Loretta Lorette Lori Loria Loriann Lorie Lorilee Lorina Lorinda Lorine Loris Lorita Lorna Lorne Lorretta
    Lorri Lorriane Lorrie Lorrine Lory Losa Lothar Lotta Lottie Lou Louann Louanne Louella Louetta Louie Louis Louisa
    Louise Loura Lourie Louvenia Lovella Lovetta Lovie Lovisa Lowell Lowri Loyce Loyd Loïc Luana Luann Luanna Luanne
    Luba Lubomir Lubomír Lubos Luboš Luc Luca Lucas Luci Lucia Lucian Luciana Luciano Lucie Lucien Lucienne Lucila
    Lucile Lucilla Lucille Lucina Lucinda Lucio Lucius Lucrecia Lucretia Lucy Lucía Ludie Ludivina Ludivine Ludmila
    Ludovic Ludovica Ludvig Ludvík Ludwig Luella Luetta Luigi Luis Luisa Luise Luiz Luka Lukas Lukasz Luke Lukáš Lula
    Lulu Luned Lupe Lupita Lura Lurlene Lurline Luther Lutz Luvenia Luz Luís Lwazi Lyda Lydia Lyla Lyle Lyman Lyn
    Lynda Lyndia Lyndon Lyndsay Lyndsey Lynell Lynelle Lynetta Lynette Lynn Lynna Lynne Lynnette Lynsey Lynwood Lyubov
    Lyudmila László Lázaro Léa Léo Léon Lúcia Ma Maarit Maarten Maarten-Jan Mabel Mabelle Mable Mabli Mac Macarena
    Macca Machelle Macie Maciej Mack Mackenzie Macsen Macy Madalene Madaline Madalyn Maddalena Maddie Maddy Madelaine
    Madeleine Madelene Madeline Madelyn Madge Madhav Madhu Madie Madlyn Madog Madonna Mads Mae Maegan Maeve Mafalda
    Magali Magaly Magan Magaret Magda Magdalen Magdalena Magdalene Magen Maggie Magnolia Magnus Mags Mahalia Mahela
    Mahesh Maia Maida Maija Maile Maira Maire Mairead Mairi Maisha Maisie Maite Maja Majella Majorie Makeda Makoto
    Maksim Maksym Malachy Malcolm Malcom Maldwyn Malena Malgorzata Malia Malika Malin Malinda Malisa Malissa Malka
    Mallie Mallory Malorie Malvina Mamadou Mamie Mammie Manaia Manana Manda Mandi Mandie Mandla Mandy Manfred Manie
    Manish Manisha Manjit Manmohan Manoel Manoj Manon Manpreet Mansoor Manuel Manuela Mara Maragaret Maragret Maranda
    Marc Marcel Marcela Marcelene Marcelina Marceline Marcelino Marcell Marcella Marcelle Marcello Marcellus Marcelo
    Marcene Marchelle Marci Marcia Marcie Marcin Marco Marcos Marcus Marcy Mardell Mared Marek Maren Marg Margaret
    Margareta Margarete Margarett Margaretta Margarette Margarita Margarite Margarito Margart Margaux Marge Margene
    Margeret Margert Margery Marget Margherita Margie Margit Margo Margorie Margot Margret Margrethe Margrett
    Marguerita Marguerite Margurite Margy Marhta Mari Maria Mariah Mariam Mariama Marian Mariana Marianela Mariann
    Marianna Marianne Mariano Maribel Maribeth Marica Maricarmen Maricela Maricruz Marie Marie-Claire Marie-Louise
    Marieke Mariel Mariela Mariella Marielle Marietta Mariette Marija Marijan Marijke Marijn Mariko Marilee Marilou
    Marilu Marilyn Marilynn Marina Marinda Mario Marion Maris Marisa Marise Marisela Marisha Marisol Marissa Marit
    Marita Maritza Marius Mariusz Marivel Mariya Marián Marjatta Marjolein Marjorie Marjory Mark Markel Marketta
    Markita Markku Marko Markus Marla Marlana Marleen Marlen Marlena Marlene Marli Marlin Marline Marlo Marloes Marlon
    Marlyn Marlys Marlène Marna Marni Marnie Marquerite Marquetta Marquise Marquita Marquitta Marsaili Marsha Marta
    Marten Marth Martha Marti Martijn Martin Martina Martine Marty Martyn Martín Marv Marva Marvel Marvella Marvin
    Marvis Mary Marya Maryalice Maryam Maryann Maryanna Maryanne Marybelle Marybeth Maryellen Maryetta Maryjane Maryjo
    Maryland Marylee Marylin Maryln Marylou Marylouise Marylyn Marylynn Maryna Maryrose Marzena Marzia María Marília
    Masahiro Masako Masao Massimiliano Massimo Mat Matej Mateja Mateo Mateusz Matha Matheus Mathew Mathias Mathieu
    Mathilda Mathilde Matilda Matilde Mats Matt Matteo Matthew Matthias Matthieu Matthijs Matti Mattie Matías Matěj
    Maud Maude Maudie Mauno Maura Maureen Maurice Mauricio Maurine Maurita Maurizio Mauro Maurício Mave Mavis Max
    Maxence Maxie Maxim Maxima Maxime Maximilian Maximina Maximo Maxine Maxwell Maya Maybell Maybelle Maye Mayme
    Maynard Mayola Mayra Mayumi Mazie Maísa Małgorzata Mckinley Meabh Meagan Meaghan Mechelle Meda Meena Meenakshi
    Meera Megan Meggan Meghan Meghann Megumi Mehdi Meilyr Meindert Meinir Meirion Mel Melaine Melani Melania Melanie
    Melany Melba Melchiorre Melda Mele Melia Melida Melina Melinda Melisa Melissa Melissia Melita Mellie Mellisa
    Mellissa Melodee Melodi Melodie Melody Melonie Melony Melva Melvin Melvina Melvyn Melynda Mendy Menna Menno
    Mercedez Mereana Meredith Merel Merewalesi Merfyn Meri Merideth Meridith Merilyn Merissa Meritxell Merja Merle
    Merlene Merlin Merlyn Merna Merri Merrie Merrilee Merrill Mertie Merv Mervin Mervyn Meryl Meta Mette Meurig Mhairi
    Mia Mica Micaela Micah Micha Michael Michaela Michaele Michal Michale Michaël Micheal Michel Michela Michele
    Michelina Micheline Michell Michelle Micheál Michiel Michiko Michèle Mick Mickey Micki Mickie Micky Midori
    Mieczyslaw Mieczysław Mieke Miesha Migdalia Mignon Miguel Miguelina Mihaela Mihai Mihail Mihangel Mihnea Mika
    Mikael Mikaela Mike Mikel Mikhail Mikheil Miki Mikkel Mikki Mikko Miklos Miklós Mikołaj Mila Milada Milagro
    Milagros Milda Mildred Milena Miles Milford Milica Milissa Millard Millicent Millie Milly Milo Milorad Milos
    Miloslav Miloš Milton Mimi Mina Minda Mindi Mindy Minerva Minna Minnie Minoru Minta Miodrag Miquel Miranda Mircea
    Mireille Mirek Mirella Miren Mireya Miriam Mirian Mirjam Mirjana Mirko Mirna Miroslav Miroslava Mirosław Mirta
    Mirtha Misaki Misha Mislav Missy Misti Mistie Mitch Mitchel Mitchell Mitsue Mitsuko Mittie Mitzi Mitzie Miyoko
    Mladen Moana Modesta Modesto Modibo Moeen Mogens Mohamed Mohan Mohit Moira Moises Mollie Molly Mona Monet Monica
    Monika Monique Monnie Monroe Monserrate Monte Montserrat Monty Morag Morfydd Moriah Moritz Morris Morten Morton
    Morven Morwenna Moses Mosese Moshe Moussa Moya Mozell Mozella Mozelle Mpho Muammar Muir Muireann Muiris Mukesh
    Mungo Muoi Murdo Muriel Murray Mutale Mwajuma Myesha Myfanwy Mykhailo Mykola Myles Myra Myrddin Myriam Myrl Myrle
    Myrna Myron Myrta Myrtice Myrtie Myrtis Myrtle Máiréad Márcia Márcio Márta Mátyás Máximo Mélanie Nada Nadeem
    Nadeesha Nadene Nadezhda Nadia Nadine Nadira Nadja Naeem Naida Najat Nakesha Nakia Nakisha Nakita Naledi Nalini
    Nana Nancee Nancey Nanci Nancie Nancy Nandini Nanette Nanna Nannette Nannie Naoki Naoko Naoma Naomi Napoleon
    Narcisa Narendra Naresh Narine Nasreen Natacha Natalia Natalie Nataliya Natalya Natasha Natashia Nathalie Nathan
    Nathanael Nathanaël Nathanial Nathaniel Natisha Natosha Natsuki Naveen Nawaz Naz Nazir Neal Nebojša Necole Ned
    Neda Nedra Neeraj Neha Neida Neil Neill Nekane Nelda Nelia Nelida Nell Nella Nelle Nellie Nelly Nelson Nena Nenad
    Nenita Neoma Neomi Nerea Nereida Nerida Nerissa Nery Nerys Nessa Nesta Nestor Neta Nettie Neusa Neva Neville
    Newton Ngahuia Ngaire Ngozi Nia Niall Niamh Nic Nicanor Niccolò Nichelle Nichol Nicholas Nichole Nicholle Nick
    Nicki Nickie Nickolas Nickole Nicky Nicol Nicola Nicolae Nicolas Nicolasa Nicole Nicoletta Nicolette Nicolle
    Nicolás Nicolò Nida Nidia Niels Nienke Niesha Nigel Nik Nikhil Niki Nikia Nikita Nikki Nikola Nikolai Nikolas
    Nikolaus Nikolay Nikole Nikos Nila Nilda Nils Nilsa Nimal Nina Ninfa Nino Nirmala Nisha Nita Nitin Njeri Nkechi
    Nkosazana Nnamdi Nneka Noah Nobuko Nobuo Nodar Noe Noel Noelia Noella Noelle Noemi Nohemi Nokuthula Nola Nolan
    Noma Nomfundo Nomsa Nomvula Nona Noor Nora Norah Norbert Norberto Noreen Norene Noriko Norine Norm Norma Norman
    Normand Norris Nosipho Nouri Nova Novak Novella Noémie Nuala Nubia Nuno Nuria Nursultan Nyambura Nyasha Nydia Nyla
    Nándor Nóirín Obdulia Obiageli Obinna Ocie Octavia Octavian Octavio Oddvar Odelia Odell Odette Odhran Odile Odilia
    Odis Ofelia Ognjen Oier Oisin Oisín Oksana Ola Olaf Olav Ole Oleg Oleh Oleksandr Oleksandra Oleksii Oleksiy Olen
    Olena Olene Oleta Olevia Olga Olha Olimpia Olin Olinda Olive Oliver Olivier Olle Ollie Olof Olu Olufemi Olumide
    Oluwaseun Oluwatoyin Olwen Olympia Oma Omer Omolara Ona Ondrej Ondřej Oneida Onie Onita Oona Oonagh Opal Ophelia
    Oralee Oralia Oran Orazio Oren Oretha Oriana Oriol Orla Orlaith Orlando Ornella Orpha Orsolya Orson Orval Orville
    Osama Osamu Oscar Osian Oskar Ossie Ostap Osvaldo Oswald Oswaldo Otelia Otha Otilia Otis Ottilie Otto Otávio Ouida
    Oumar Ousmane Outi Ove Ovidiu Owain Owen Ozell Ozella Ozie Ozzie Paavo Pablo Paco Paddy Padma Padmini Padraic
    Padraig Paige Palesa Palle Palmira Paloma Pam Pamala Pamela Pamelia Pamella Pamila Pamula Panagiotis Pancho
    Pandora Pankaj Pansy Paola Paolo Parminder Parthenia Parveen Pascal Pascale Pasquale Pasty Pat Patria Patrica
    Patrice Patricia Patricio Patrick Patrik Patrina Patrizia Patrícia Patsy Patti Pattie Patty Pau Paul Paula Paulene
    Pauletta Paulette Paulina Pauline Paulita Paulo Pavel Pavla Pavlo Pawel Paweł Pearl Pearle Pearlene Pearlie
    Pearline Pearly Peder Pedro Peggie Peggy Pekka Penelope Penney Penni Pennie Penny Pentti Pep Pepe Per Percy
    Perdita Peregrine Perla Pernille Perry Pervez Pete Peter Petr Petra Petrina Petro Petronila Petru Petter Petteri
    Phebe Phil Philip Philipp Philippa Philippe Phillip Phillipa Phillis Philomena Phoebe Phung Phylicia Phylis
    Phyliss Phyllis Piedad Pierluigi Piero Pierpaolo Pierre Pierre-Yves Piers Piet Pieter Pietro Pinkie Pino Piotr
    Pippa Pirjo Piroska Plamen Polly Pooja Poppy Porfirio Porsche Porsha Portia Poul Prakash Pranab Prashant Pratap
    Praveen Predrag Preet Preeti Preston Pricilla Priit Priscila Priscilla Prithvi Priti Priya Priyanka Proinsias
    Providencia Pryderi Przemysław Puneet Pura Pyotr Pádraig Pál Päivi Péter Qasim Qiana Queenie Quentin Quiana Quincy
    Quinn Quintin Quinton Rachael Rachal Racheal Rachel Rachele Rachell Rachelle Racquel Radek Radha Radim Radka
    Radmila Radoslaw Radosław Radovan Radu Rae Raeann Raelene Rafael Rafaela Rafał Rafe Raffaele Raffaella Rafik Rafiq
    Raghu Ragnar Ragnhild Raguel Rahul Raimo Raimundo Raina Rainer Raisa Raj Rajan Rajat Rajeev Rajesh Rajini Rajiv
    Rajnath Rakesh Raleigh Ralf Ralph Raluca Ramata Ramesh Ramiro Ramon Ramona Ramonita Ramsay Ramón Rana Ranae Ranald
    Randa Randal Randall Randee Randell Randi Randolph Randy Ranee Rangi Rani Ranjan Ranjit Raoul Raphael Raphaël
    Raquel Rashad Rasheeda Rashid Rashida Rashmi Rasmus Rastislav Ratko Raul Raven Ravi Ravinder Ray Raye Rayford
    Raylene Raymon Raymond Raymonde Raymundo Rayna Raúl Reanna Reatha Reba Rebbeca Rebbecca Rebeca Rebecca Rebecka
    Rebekah Recep Reda Redmond Reece Reed Reena Refugia Refugio Reg Regena Regenia Reggie Reginald Regine Reginia
    Regis Rehana Rehema Rehman Reid Reidar Reijo Reiko Reina Reinaldo Reinhard Reinhold Reinier Reita Rekha Rema
    Remedios Remona Rena Renae Renaldo Renata Renate Renato Renay Renda Rene Renea Renee Renetta Renita Renna Rens
    Renske Renzo René Renée Ressie Reta Retha Reuben Reva Rex Rey Reyes Reyna Reynalda Reynaldo Rhea Rheba Rhett Rhian
    Rhiannon Rhoda Rhodri Rhona Rhonda Rhuaridh Rhun Rhydian Rhys Rianne Ric Ricarda Ricardo Riccardo Rich Richard
    Richelle Richie Rick Rickey Ricki Rickie Ricky Rico Rigoberto Riikka Riina Riitta Rik Rikke Rikki Riley Rina Rinus
    Risa Rishi Risto Rita Ritu Riva Rivka Rizwan Rob Robbi Robbie Robbin Robby Robbyn Robena Robert Roberta Roberto
    Robin Robt Robyn Rocco Rochel Rochell Rochelle Rocio Rocky Rocío Rod Roddy Roderick Rodger Rodney Rodolfo Rodrick
    Rodrigo Rodrigue Roel Roelof Rogelio Roger Rogério Rohan Rohit Roisin Rokia Roland Rolanda Rolande Rolando Rolf
    Rolland Romain Romana Romelia Romeo Romona Romy Romário Rona Ronald Ronaldo Ronan Ronda Rondell Roni Ronja Ronna
    Ronni Ronnie Ronny Roopa Roosevelt Rory Rosa Rosalba Rosalee Rosalia Rosalie Rosalina Rosalind Rosalinda Rosaline
    Rosalva Rosalyn Rosamaria Rosamond Rosamund Rosana Rosann Rosanna Rosanne Rosaria Rosario Rosaura Roscoe Rose
    Roseann Roseanna Roseanne Roselee Roselia Roseline Rosella Roselle Roselyn Roselyne Rosemarie Rosemary Rosena
    Rosenda Rosendo Rosetta Rosette Rosia Rosie Rosina Rosio Rosita Roslyn Ross Rossana Rossie Rosy Rosângela Rowan
    Rowena Rowland Roxana Roxane Roxann Roxanna Roxanne Roxie Roxy Roy Royston Roz Rozanne Rozella Ruadhan Ruairi
    Ruaraidh Ruarc Ruaridh Ruben Rubi Rubie Rubin Ruby Rubye Rubén Rudi Rudo Rudolf Rudolph Rudy Rueben Rufina Rufus
    Ruggero Rui Rukhsana Rukshan Rumen Rune Rupert Ruslan Ruslana Russ Russel Russell Rustam Rusty Rutendo Ruth Rutha
    Ruthann Ruthanne Ruthe Ruthie Ruud Ryan Ryann Ryder Ryo Ryoko Ryszard Régine Régis Réka Rémi Rémy Róisín Răzvan
    Růžena Sabina Sabine Sabra Sabrina Sacha Sachiko Sachin Sade Sadia Sadie Sadiq Sadye Saeed Saffron Sagar Saima
    Sajid Sakura Sal Salena Salim Salimata Salina Sallie Sally Salma Salman Salome Salote Salvatore Sam Samantha
    Samara Samatha Sameer Samella Sami Samir Samira Sammie Sammy Samual Samuel Sana Sanaa Sanath Sanda Sandee Sandeep
    Sandhya Sandi Sandie Sandor Sandra Sandrine Sandro Sandy Sanford Sangeeta Sania Sanja Sanjay Sanjeev Sanjiv
    Sanjuana Sanjuanita Sanna Sanora Santina Saoirse Sara Sarah Sarai Sarala Saran Sari Sarina Sarita Sascha Sasha
    Saskia Satish Satoshi Satu Saturnina Saul Sauli Saundra Savanna Saverio Savita Savitri Saša Scarlet Scarlett Scot
    Scott Scottie Scotty Seamus Sean Seb Sebastian Sebastiano Sebastien Sebastián Sebastião Sebrina Seema Sefa Sefo
    Segun Seiji Seini Sekou Selena Selene Selina Selma Selwyn Semisi Senaida Senan Seonag Seonaid Sepp Seppo September
    Serafina Serena Serge Sergei Sergey Sergio Sergiy Serhiy Serina Serita Seth Setsuko Seun Severin Seydou Seymour
    Seán Shabana Shad Shae Shahbaz Shahid Shailendra Shaina Shaista Shakia Shakira Shakita Shala Shalanda Shalini
    Shalon Shalonda Shameka Shamika Shamima Shan Shana Shanae Shanda Shandi Shandra Shane Shaneka Shanel Shanell
    Shanelle Shani Shanice Shanika Shaniqua Shanita Shankar Shanna Shannan Shannon Shanon Shantae Shantay Shante
    Shantel Shantell Shantelle Shanti Shaquana Shaquita Sharan Sharda Sharee Sharell Sharen Shari Sharice Sharie
    Sharika Sharilyn Sharita Sharla Sharleen Sharlene Sharmaine Sharolyn Sharon Sharonda Sharri Sharron Sharyl Sharyn
    Shashi Shasta Shaun Shauna Shaunda Shaunna Shaunta Shaunte Shavon Shavonda Shavonne Shawana Shawanda Shawanna
    Shawn Shawna Shawnda Shawnee Shawnna Shawnta Shayla Shayna Shayne Shaz Shazia Sheelagh Sheena Shehan Sheila
    Sheilah Shela Shelba Shelby Sheldon Shelia Shella Shelley Shelli Shellie Shelly Shelton Shemeka Shemika Shena
    Shenika Shenita Shenna Shera Sheree Sherell Sheri Sherice Sheridan Sherie Sherika Sherill Sherilyn Sherise Sherita
    Sherlene Sherley Sherly Sherlyn Sherman Sheron Sherrell Sherri Sherrie Sherril Sherrill Sherron Sherryl Sherwood
    Shery Sheryl Sheryll Shiela Shigeru Shila Shiloh Shilpa Shimon Shinji Shinzo Shira Shirely Shirl Shirlee Shirleen
    Shirlene Shirley Shirly Shiro Shivraj Shizue Shizuko Shobha Shohei Shoji Sholto Shon Shona Shonda Shondra Shonna
    Shonta Shoshana Shpend Shreya Shruti Shuji Shyla Sian Siaosi Sibusiso Sibyl Sibylle Sid Siddharth Sidney Siegfried
    Sigmar Signe Sigrid Sigurd Siim Silas Silje Silke Silvana Silvia Silvio Sima Simeon Simon Simona Simone Simonne
    Sina Sindy Sinead Sinéad Siobhan Siobhán Siofra Sione Sioned Siosaia Sipho Sirena Siri Sirpa Siv Siwan Siyabonga
    Sizwe Siân Sjaak Sjoerd Sjoukje Skye Slavko Slobodan Slyvia Smriti Sneha Snezana Snežana Socorro Sofia Sofie
    Sofiya Sofía Sohail Soila Sol Solange Soledad Solomiya Solomon Solveig Solène Somer Somhairle Sona Sonal Sonali
    Sondra Sonia Sonja Sonya Sook Sophia Sophie Soraya Sorcha Soren Sorin Sorley Souleymane Sourav Soňa Sparkle Spyros
    Sridevi Srinivas Srđan Stacee Stacey Staci Stacia Stacie Stacy Stan Stanford Stanislav Stanislaw Stanisław Stanley
    Stanton Starla Starr Stasia Stavros Stef Stefan Stefani Stefania Stefanie Stefano Stefany Steffanie Steffen Stella
    Sten Stepan Stepanie Stephaine Stephan Stephane Stephani Stephania Stephanie Stephany Stephen Stephenie Stephine
    Stephnie Steve Steven Stevie Stewart Stig Stijn Stipe Stoyan Struan Stu Stuart Sture Stéphane Stéphanie Suanne
    Subhash Sudhir Sudie Sue Sueann Suellen Sujata Sukhvinder Sulema Sumiko Sumit Sunday Sunil Sunita Sunni Sunniva
    Sunshine Supriya Surendra Suresh Susan Susana Susann Susanna Susannah Susanne Sushma Susie Susy Suzan Suzann
    Suzanna Suzanne Suzette Suzi Suzie Suzy Svein Sven Svenja Sverre Svetlana Svitlana Swati Sybil Syble Sylvain
    Sylvester Sylvia Sylvie Synthia Syreeta Szilárd Szymon Sándor Séamus Sébastien Ségolène Sérgio Sílvia Sócrates
    Søren Sławomir Tabatha Tabetha Tabitha Tad Tadashi Tadeusz Tadhg Tage Tahir Tahira Tahlia Tahnee Taina Taisha
    Taiwo Taj Tajuana Takako Takao Takashi Takeshi Takisha Taku Talia Taliesin Talisha Talitha Tallulah Tama Tamala
    Tamar Tamara Tamas Tamatha Tamati Tambra Tameika Tameka Tamekia Tamela Tamera Tamesha Tami Tamica Tamie Tamika
    Tamiko Tamisha Tammara Tammera Tammi Tammie Tammy Tamra Tamsin Tamás Tana Tandra Tandy Tane Taneka Tanesha Tangela
    Tanguy Tania Taniela Tanika Tanisha Tanja Tanna Tanner Tansy Tanvi Tanvir Tanya Tapani Tapio Tapiwa Tara Tarah
    Taras Tarcísio Taren Tari Tariq Tarja Taro Tarquin Tarra Tarsha Tarun Taryn Tasha Tashia Tashina Tasia Tasneem
    Tatenda Tatiana Tatsuya Tatyana Taunya Tavita Tawana Tawanda Tawanna Tawna Tawnya Taylor Tayna Teddy Teemu Teena
    Tegan Tegid Tegwen Teilo Teisha Telma Temeka Temika Temitope Tempie Tena Tendai Teneille Tenesha Tenielle Tenille
    Tenisha Tennie Tennille Teodora Teodoro Teofila Teppo Tequila Tera Tereasa Terence Teresa Terese Teresia Teresita
    Teressa Tereza Teri Terica Terina Terisa Terje Terra Terrance Terrell Terrence Terresa Terri Terrie Terrilyn Tesha
    Tesni Tess Tessa Tessie Tetiana Tetsuya Teun Teuta Tevita Thabo Thad Thaddeus Thalia Thandeka Thandi Thandiwe
    Tharanga Thea Theda Thelma Themba Theo Theodor Theodora Theodore Theodoros Theola Theresa Therese Theresia
    Theressa Theron Thersa Thiago Thibault Thibaut Thierry Thijs Thilini Thilo Thokozani Thomas Thomasena Thomasina
    Thomasine Thor Thora Thorbjørn Thorsten Thorvald Thresa Thulani Thurman Théo Théodore Thérèse Tia Tiago Tiana
    Tianna Tiara Tiarna Tibor Tiera Tiernan Tierra Tiesha Tifany Tiffaney Tiffani Tiffanie Tiffany Tiffiny Tigran
    Tihomir Tiina Tijmen Tijuana Tilda Tillie Tilly Tim Timika Timmy Timo Timothy Timothée Timur Tina Tinashe Tineke
    Tinisha Tisa Tish Tisha Titilayo Titus Tiyamike Tiziana Tiziano Tjeerd Tobi Tobias Tobie Tobin Toby Toccara Todd
    Todor Tom Tomas Tomasa Tomasz Tomeka Tomi Tomika Tomiko Tomislav Tommaso Tommie Tommy Tommye Tomoko Tomás Tomáš
    Tona Tonda Tonette Toney Toni Tonia Tonie Tonisha Tonita Tonja Tony Tonya Toomas Tora Torben Torbjörn Tore Torgeir
    Tori Torie Torkel Torquil Torri Torrie Torsten Toru Torunn Tory Tosha Toshia Toshiko Toshio Tova Towanda Toya
    Tracee Tracey Traci Tracie Tracy Traian Travis Treasa Treena Trena Trent Trenton Tresa Tressa Tressie Treva Trevon
    Trevor Trey Tricia Trijntje Trina Trish Trisha Trista Tristan Tristram Trond Troy Trudi Trudie Trudy Trula Truman
    Truus Trygve Trystan Tshepo Tsitsi Tsvetelina Tudor Tudur Tuija Tula Tullio Tully Tunde Tuomas Turlough Tuula
    Twana Twanda Twanna Twila Twm Twyla Txomin Ty Tyesha Tyisha Tyler Tynisha Tyra Tyree Tyrell Tyrese Tyron Tyson
    Uche Uchenna Uday Ulf Ulises Ulla Ulrich Ulrik Ulrike Ultan Ulysses Uma Umberto Umesh Una Unai Unni Upul Urho
    Urmas Urpo Ursula Urszula Usha Usman Uta Ute Uwe Vaclav Vada Vadim Vadym Vaida Vakhtang Val Valarie Valda Valdir
    Valdis Valencia Valene Valentin Valentina Valentine Valentino Valentyn Valeri Valeria Valerie Valerio Valeriu
    Valeriy Valery Vallie Valorie Valrie Valérie Vance Vanda Vandana Vanderlei Vanesa Vanessa Vanetta Vania Vanita
    Vanna Vannesa Vannessa Vardan Varun Vasco Vashti Vasile Vasiliki Vasilis Vasily Vasudha Vasyl Vaughan Vaughn Veda
    Velda Velia Vella Velma Velva Vena Venessa Venetia Venetta Veniamin Venice Venita Venkat Venkatesh Vennie Venus
    Veola Vera Verda Verdell Verdie Verena Vergie Verity Verla Verlene Verlie Verline Vern Verna Vernell Vernetta
    Vernia Vernice Vernie Vernita Vernon Verona Veronica Veronika Veronique Versie Vertie Vesa Vesna Vesta Veta Vibeke
    Vic Vicenta Vicente Vickey Vicki Vickie Vicky Victorien Victorina Vida Vidar Vidya Viggo Vijay Vikas Viki Vikki
    Vikram Viktor Viktoria Viktoriya Vilde Viliami Vilimaina Ville Vilma Vina Vinay Vince Vincent Vincenza Vincenzo
    Vineet Vinita Vinnie Vinod Vinícius Violet Violeta Violette Viorel Viorica Vipul Virat Virgen Virgie Virgil
    Virgilio Virgina Virginie Vishal Vitali Vitalii Vitaly Vitor Vittoria Vittorio Vivan Vivek Vivian Viviana Vivien
    Vivienne Vjosa Vlad Vladimir Vladimíra Vladislav Vlastimil Vojtěch Volker Volodymyr Voncile Vonda Vonnie Vsevolod
    Vuk Vusi Vyacheslav Vytautas Václav Väinö Véronique Wade Waisale Waldemar Waldo Walid Wallace Wally Walt Walter
    Walton Waltraud Wanda Waneta Wanetta Wangari Wangui Wanita Wanjiku Wanjiru Waqar Warner Warren Waseem Wasim Wava
    Waylon Wayne Weldon Wenche Wendelien Wendell Wendi Wendie Wendolyn Wendy Wenona Werner Wes Wesley Wessel Weston
    Whitney Wiebe Wiesław Wietske Wiktor Wilber Wilbert Wilbur Wilburn Wilda Wiley Wilf Wilford Wilfred Wilfredo
    Wilhelm Wilhelmina Wilhemina Willa Willard Willeke Willem Willena Willene Willetta Willette Willia William
    Williams Willian Willie Williemae Willis Willodean Willy Wilma Wilmer Wilson Wilton Wim Winford Winfred Winifred
    Winnie Winnifred Winona Winston Wiremu Witold Wm Wojciech Wolfgang Woodrow Wouter Wyatt Wyn Wynell Wynne Wynona
    Władysław Włodzimierz Xabier Xander Xanthe Xaro Xavi Xavier Xenia Xiao Ximena Xiomara Xochitl Yadira Yaeko Yael
    Yahaira Yajaira Yana Yancy Yanira Yanis Yann Yannick Yannis Yaroslav Yashwant Yasmeen Yasmin Yasmine Yasser Yasuko
    Yaw Yegor Yekaterina Yelena Yesenia Yessenia Yetta Yetunde Yevette Yevgeny Yevhen Yewande Ying Yitzhak Yogesh Yoko
    Yolanda Yolande Yolando Yolonda Yoshie Yoshihide Yoshiko Yoshio Youlanda Yuette Yui Yuka Yukari Yuki Yukiko Yukio
    Yuko Yulanda Yulia Yulian Yuliia Yuliya Yumi Yumiko Yung Yuonne Yuri Yuriko Yuriy Yusuf Yusuke Yutaka Yvan Yves
    Yvette Yvo Yvon Yvone Yvonne Zac Zach Zachariah Zachary Zachery Zack Zackary Zada Zadie Zafar Zahid Zahli Zahra
    Zaida Zainab Zak Zakir Zali Zana Zandra Zane Zanele Zara Zarina Zawadi Zbigniew Zdenek Zdeněk Zdravka Zdravko
    Zdzisław Zeb Zeenat Zeke Zelda Zeljko Zella Zelma Zena Zenaida Zenia Zenobia Zetta Zina Zinaida Zita Zlatan Zlatko
    Zodwa Zofia Zoila Zola Zoltan Zoltán Zonia Zora Zoraida Zoran Zoryana Zoya Zoé Zoë Zsofia Zsolt Zsuzsa Zsuzsanna
    Zubin Zula Zulema Zulma Zuzana Zuzanna Zviad Zélia Ábel Ágnes Ángel Árpád Åke Åsa Åse Édouard Élisabeth Élodie
    Émile Éric Íñigo Ülle Ľuboš Łukasz Štefan Šárka Željko Ștefan
    """
)
"""Names that are hardly ever anything else."""

WEAK_GIVEN = words(
    """
    Aaron Adelaide Alberta Alexandria Alice Angel April August Augusta Augustus Aurora Austin Berry Beverly Bradford
    Brandy Brook Buck Buster Capucine Carolina Chad Chandra Charlotte Chelsea Chester Cheyenne Christian Columbus
    Crawford Cruz Derry Devon Dominica Drummond Earl Emery Esperanza Florence Florida Florin Forbes Foster Francisco
    Fraser Gale Garrison Gay Georgia Germán Grady Guadalupe Guy Hunter Indra Ion Islay Israel Ivory Jackson Jesus
    Jordan June Kent Laurel Lazaro Lincoln Lorraine Marine Marquis Marshall Martial Mason May Mercedes Mercy Misty
    Morgan Nairn Olivia Palmer Parker Pelle Pilar Porter Prem Prudence Regina Roman Ron Royce Santiago Santos Satya
    Savannah Sherry Spencer Sterling Sunny Sydney Ted Terry Tyrone Victor Victoria Viola Virginia Viva Wagner Walker
    Ward Warwick Wellington Will Willow Wolf Woody Zoe
    """
)
"""Names that are as often a word, a place, a month or a surname; not taken for a person without other evidence."""
